"""A foreign HSDS API as a process of its own: serves the plan in a file, with the faults that the plan asks for.

    python feed_server.py FOLDER PORT

`/NAME/services?page=2` looks in `FOLDER/NAME.json`. Every question is written in `FOLDER/NAME.asked`.
"""

import gzip
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

FOLDER = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()


class Feed(BaseHTTPRequestHandler):
    """One question at a time."""

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        name, _, rest = parts.path.strip("/").partition("/")
        number = int(parse_qs(parts.query).get("page", ["1"])[0])
        place = f"{rest}?page={number}" if "page=" in parts.query else rest
        with (FOLDER / f"{name}.asked").open("a") as asked:
            asked.write(place + "\n")
        path = FOLDER / f"{name}.json"
        if not path.exists():
            return self.tell(404, b"")
        plan = json.loads(path.read_text())
        fault = plan.get("faults", {}).get(place)
        if plan.get("refuses", "?") in parse_qs(parts.query):
            fault = {"status": 400}
        return self.misbehave(fault) if fault else self.answer(plan, rest, number)

    def answer(self, plan: dict[str, Any], rest: str, number: int) -> None:
        entity, _, foreign_id = rest.partition("/")
        if not rest:
            return self.tell(200, json.dumps({"version": plan.get("version", "3.0")}).encode())
        if entity not in plan:
            return self.tell(404, b"{}")
        if foreign_id:
            found = plan.get("details", {}).get(foreign_id)
            return self.tell(200 if found else 404, json.dumps(found or {}).encode())
        return self.tell(
            200, json.dumps(page_of(plan, entity, plan.get("instead", {}).get(str(number), number))).encode()
        )

    def misbehave(self, fault: dict[str, Any]) -> None:
        if "break" in fault:
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b'{"contents": [')
            self.close_connection = True
        elif "location" in fault:
            self.tell(302, b"", Location=fault["location"])
        elif "spaces" in fault:
            self.tell(200, gzip.compress(b" " * fault["spaces"]), **{"Content-Encoding": "gzip"})
        else:
            self.tell(fault.get("status", 200), fault.get("body", "").encode())

    def tell(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the name that Python gives it
        """Nothing on the screen."""


def page_of(plan: dict[str, Any], entity: str, number: int) -> dict[str, Any]:
    """A page object as HSDS describes it."""
    items, size = plan[entity], plan.get("per_page", 50)
    pages = max(1, -(-len(items) // size))
    contents = items[(number - 1) * size : number * size]
    return {
        "total_items": plan.get("total", len(items)) if entity == "services" else len(items),
        "total_pages": pages,
        "page_number": number,
        "size": len(contents),
        "first_page": number == 1,
        "last_page": number >= pages,
        "empty": not contents,
        "contents": contents,
    }


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Feed).serve_forever()
