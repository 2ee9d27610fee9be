"""The walker uses the same server and browser as the browser tests."""

from tests.browser.conftest import browser, server, site

__all__ = ["browser", "server", "site"]
