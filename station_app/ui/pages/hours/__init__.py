"""Hours after the fact: tabs of the page Attendance, and the dialogs on one stay."""
