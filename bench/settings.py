"""Settings of the benches: as in production, on a database of their own, with a few bare views to compare with."""

from samenspel.config.settings.demo import *  # noqa: F403
from samenspel.config.settings.demo import TEMPLATES

ROOT_URLCONF = "bench.urls"
DEMO = False
TEMPLATES[0]["OPTIONS"]["context_processors"].remove(  # type: ignore[index]
    "samenspel.config.demonstration.context.practice"
)
