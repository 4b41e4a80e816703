"""What every test has: a small, steady set of examples for property tests."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "small", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("small")
