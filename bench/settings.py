"""Settings of the benches: the demo's, with a few bare views beside the product's own addresses."""

from samenspel.config.settings.demo import *  # noqa: F403

ROOT_URLCONF = "bench.urls"
DEMO = False
