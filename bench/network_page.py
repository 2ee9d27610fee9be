"""The network page with 25 partners against bare Django views in the same server with the same settings."""

from typing import Any

from bench import serving

PARTNERS = 25
PAGE, ROWS, EMPTY = "/n/bench/", "/bench/rows/", "/bench/empty/"


def run(*, quick: bool) -> dict[str, Any]:
    """Requests per second of each, one worker, one connection, medians over rounds that take turns."""
    rounds, seconds = (3, 0.5) if quick else (7, 2.0)
    with serving.server(_fill) as port:
        found = serving.medians(port, [EMPTY, ROWS, PAGE], rounds=rounds, seconds=seconds)
    return {
        "name": "network_page: server time of the network page with 25 partners, no cache",
        "rows": [
            {"what": "bare Django view without anything", "value": found[EMPTY], "unit": "requests/s"},
            {"what": "bare Django view of the same 25 rows", "value": found[ROWS], "unit": "requests/s"},
            {"what": "network page", "value": found[PAGE], "unit": "requests/s"},
        ],
        "ratios": {
            "network page / bare view of the same rows (aim at least 0.5)": found[PAGE] / found[ROWS],
            "network page / bare view without anything": found[PAGE] / found[EMPTY],
        },
    }


def _fill() -> None:
    from samenspel.networks.models import Network, Organisation, Partner

    network = Network.objects.create(slug="bench", name="Netwerk Bench", phone="0300 123 456", summary="Samen sterk")
    for number in range(PARTNERS):
        organisation = Organisation.objects.create(
            slug=f"bench-{number}",
            name=f"Organisatie {number}",
            kind=("volunteer_care", "care_provider", "welfare")[number % 3],
            what_we_do="Wij gaan op bezoek bij mensen die alleen zijn en doen samen iets leuks in de buurt.",
            contact_name="Ineke Bos",
        )
        Partner.objects.create(network=network, organisation=organisation, is_lead=number == 0)
