"""In production there is no demo: no doors, no banner, no mail to read."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASK = """
import django
django.setup()
from django.conf import settings
from django.urls import Resolver404, resolve
for address in ("/demo/", "/demo/post/", "/demo/binnen/henk/test/"):
    try:
        resolve(address)
    except Resolver404:
        print("absent", address)
resolve("/vandaag/")
print(settings.DEMO, "demonstration" in str(settings.TEMPLATES))
"""
SETTINGS = {
    "DJANGO_SETTINGS_MODULE": "samenspel.config.settings.production",
    "SECRET_KEY": "of a test only " * 4,
    "SEALING_KEYS": '{"one": "c2FtZW5zcGVsLWRlbW8ta2V5LW5vdC1hLXNlY3JldCE="}',
    "LOOKUP_KEY": "l" * 50,
    "DATABASE_URL": "postgresql://nobody@/nothing",
    "ALLOWED_HOSTS": "samenspel.example",
    "SITE_ADDRESS": "https://samenspel.example",
    "MAIL_URL": "smtp://mail.example:587",
    "SAMENSPEL_DEMO_TOKEN": "test",
    "PYTHONPATH": str(ROOT / "src"),
}


def test_production_has_no_address_of_the_demo() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK], env=os.environ | SETTINGS, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == [
        "absent /demo/", "absent /demo/post/", "absent /demo/binnen/henk/test/", "False False",
    ], done.stderr  # fmt: skip
