"""The WSGI application that the server runs."""

from threading import Thread

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from samenspel.finding.queries.search import get_ready  # noqa: E402 -- models exist only now

Thread(target=get_ready, name="finding", daemon=True).start()
