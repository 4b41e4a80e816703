"""The window.

How to write a page, in ten lines:

1. `pages/<area>/page.py`: `class PostsPage(Page)`, `__init__(self, desk: Desk)`, first
   `super().__init__(desk, _("Posts"), subtitle)`. It is registered in `pages/__init__.py`.
2. Actions go to the head (`self.add_action(Button(_("New post"), Kind.PRIMARY, icon="add"))`),
   the rest to `self.body`; no colours, fonts, distances in pixels or style sheets in pages.
3. A list is `ListView(desk, OfficeList(desk.office, lists.ids, lists.rows, frozenset({"post"})),
   COLUMNS, name="posts", label=_("Posts"), empty=Empty("posts", _("No posts yet."), …))`, then
   `view.open(filter)`, later `view.set_filter(filter)`; `view.opened` tells the id on Enter.
4. `COLUMNS = (Column(N_("Name"), lambda row: row.name, order=PostOrder.NAME, width=160), …)`.
5. Change something: `desk.write(self, use_case, *args, done=…, refused=…)`; without `refused`
   its sentence goes to the message bar. Look something up: `desk.read(…)`.
6. Long work: `desk.press(self, lambda task: job(desk.office, …, task=task), done=…, title=_("…"))`.
7. Tell: `desk.tell(Tone.OK, _("Saved."), Action(_("Undo"), self._undo))`. Go elsewhere:
   `desk.go("posts", id)`.
8. After a commit `desk.changed` carries the table names; lists reload by themselves.
9. Forms, dialogs, dates, tiles, chips: `station_app.ui.widgets`.
10. Override `reveal(id)`, `refresh()`, `unsaved()` where the page needs them.
"""

from station_app.ui.binding import steady

steady()
