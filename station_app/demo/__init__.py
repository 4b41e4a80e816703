"""Sample data: invented people, marked 演示, the same for the same seed."""
