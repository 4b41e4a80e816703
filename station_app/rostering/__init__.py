"""Filling a roster by integer programming (HiGHS): who serves when, within limits and fairly.

Knows neither database nor names: people and places come as figures, with whom each place may be
given to decided before. What the solver is told is what a clerk may ask: `problem`, `filling`.
"""
