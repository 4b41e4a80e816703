"""The program keeps its habits, and each rule is shown a line that breaks it."""

import pytest

from tests.architecture import habits
from tests.architecture.ground import modules, no_fault

UI = "station_app/ui/pages/people/page.py"
SERVICE = "station_app/services/people.py"

BROKEN = [
    (habits.prints, SERVICE, "print('a')"),
    (habits.reads_the_clock, SERVICE, "datetime.now(UTC)"),
    (habits.reads_the_clock, SERVICE, "datetime.datetime.utcnow()"),
    (habits.reads_the_clock, SERVICE, "default = date.today"),
    (habits.reads_the_clock, SERVICE, "time.time()"),
    (habits.reads_the_clock, SERVICE, "from time import time"),
    (habits.reads_the_clock, SERVICE, "column(default=func.now())"),
    (habits.reads_the_clock, UI, "QDate.currentDate()"),
    (habits.speaks_sql, UI, "desk.office.session.get(1)"),
    (habits.speaks_sql, "station_app/cli/lists.py", "rows = select(Volunteer)"),
    (habits.styles_itself, UI, "label.setStyleSheet(sheet)"),
    (habits.styles_itself, UI, "QColor('#ff0000')"),
    (habits.styles_itself, UI, "QtGui.QFont('KaiTi', 12)"),
    (habits.styles_itself, UI, "painter.setPen(Qt.GlobalColor.red)"),
    (habits.builds_marked_text, UI, "_(f'{name} is in.')"),
    (habits.builds_marked_text, UI, "_('{n} is in.'.format(n=n))"),
    (habits.builds_marked_text, UI, "N_('Sign ' + 'in')"),
    (habits.builds_marked_text, UI, "ngettext('one', f'{n} people', n)"),
    (habits.shows_unmarked_text, UI, "button.setText('Sign in')"),
    (habits.shows_unmarked_text, UI, "QLabel(f'{n} hours')"),
    (habits.shows_unmarked_text, UI, "QLabel(text='Hours')"),
    (habits.writes_chinese, UI, "title = '签到'"),
    (habits.writes_chinese, "station_app/wording/values.py", "text = f'{n}（小时）'"),
    (habits.has_a_shapeless_name, "station_app/data/utils.py", ""),
    (habits.has_a_shapeless_name, "station_app/services/people_helpers.py", ""),
    (habits.has_a_shapeless_name, "station_app/common/people.py", ""),
]

KEPT = [
    (habits.prints, "station_app/cli/verbs.py", "print('a')"),
    (habits.reads_the_clock, "station_app/clock.py", "datetime.now(UTC)"),
    (habits.reads_the_clock, SERVICE, "unit.now; clock.now(); time.monotonic()"),
    (habits.speaks_sql, UI, "table.selectionModel().select(index, flags)"),
    (habits.speaks_sql, SERVICE, "unit.session.scalars(select(Volunteer))"),
    (habits.styles_itself, "station_app/ui/theme_tokens.py", "QColor('#ff0000')"),
    (habits.styles_itself, UI, "pixmap.fill(Qt.GlobalColor.transparent)"),
    (habits.styles_itself, UI, "QColor(tokens.accent); QFont(self.font())"),
    (habits.builds_marked_text, UI, "_('{name} is in.').format(name=f'{a}'); _(column.title)"),
    (habits.shows_unmarked_text, UI, "label.setText(_('Hours')); button.setText('×')"),
    (habits.writes_chinese, UI, "'''签到。'''\nname = '中文'"),
    (habits.writes_chinese, "station_app/certificates/phrases.py", "title = '证书'"),
]


@pytest.mark.parametrize("rule", habits.RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps_the_habit(rule):
    no_fault(fault for module in modules("station_app") for fault in rule(*module))


@pytest.mark.parametrize(("rule", "name", "source"), BROKEN)
def test_the_rule_bites(rule, name, source):
    assert len(list(rule(name, source))) == 1


@pytest.mark.parametrize(("rule", "name", "source"), KEPT)
def test_the_rule_lets_go(rule, name, source):
    assert list(rule(name, source)) == []


def test_every_rule_is_shown_a_line_that_breaks_it():
    assert {rule for rule, _, _ in BROKEN} == set(habits.RULES)
