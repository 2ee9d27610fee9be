"""The example that each address with arguments gets; a new page adds a line here."""

from typing import Any

from samenspel.api.hsds import naming, terms
from samenspel.finding.mylist import code_of
from tests.walk.book import ABOUT_NETWORK, ABOUT_ORGANISATION, Example
from tests.walk.stage import Stage


def _at_network(**names: str) -> Example:
    """In Meerlinden, with arguments taken from the stage: argument name to attribute of the stage."""

    def example(stage: Stage) -> dict[str, Any]:
        return {"slug": stage.cast.meerlinden.slug} | {key: getattr(stage, name).pk for key, name in names.items()}

    return example


def _at_huisvriend(**names: str) -> Example:
    """At Stichting Huisvriend, with arguments taken from the stage."""

    def example(stage: Stage) -> dict[str, Any]:
        return {"slug": stage.cast.huisvriend.slug} | {key: getattr(stage, name).pk for key, name in names.items()}

    return example


def _of_message(stage: Stage) -> dict[str, Any]:
    assert stage.message
    return {"message_id": stage.message.pk}


def _profile(stage: Stage) -> dict[str, Any]:
    return {"slug": stage.cast.meerlinden.slug, "organisation": stage.cast.huisvriend.slug}


def _offer(stage: Stage) -> dict[str, Any]:
    assert stage.offer
    return {"slug": stage.cast.meerlinden.slug, "offer": stage.offer.slug}


def _neighbourhood(stage: Stage) -> dict[str, Any]:
    return {"slug": stage.cast.meerlinden.slug, "area": stage.neighbourhood.slug}


def _code(stage: Stage) -> dict[str, Any]:
    assert stage.offer
    return {"code": code_of([stage.offer.pk])}


def _asked(**names: str) -> Example:
    """A request at the front door, with an id of something in it: argument name to attribute of the request."""

    def example(stage: Stage) -> dict[str, Any]:
        asked = stage.help_request
        assert asked
        ids = {key: getattr(asked, name) for key, name in names.items()}
        return {"slug": stage.cast.meerlinden.slug, "pk": asked.pk} | ids

    return example


def _saved(stage: Stage) -> dict[str, Any]:
    assert stage.saved
    return {"pk": stage.saved.pk}


def _of_asked(stage: Stage) -> dict[str, Any]:
    """The request behind a referral."""
    assert stage.referral
    return {"slug": stage.cast.meerlinden.slug, "pk": stage.referral.request_id}


def _to_tell(stage: Stage) -> dict[str, Any]:
    """Somebody at the front door who wants to hear news."""
    assert stage.help_request
    return {"slug": stage.cast.meerlinden.slug, "pk": stage.help_request.person_id}


NETWORK_PAGES = (
    "network", "edit", "edit_undo", "contact", "contact_sent", "adviser", "board", "board_mine", "post_new", "join",
    "requests", "partners", "coordinators", "started", "selfscan", "selfscan_fill_in",
)  # fmt: skip
ORGANISATION_PAGES = ("organisation", "profile_edit", "profile_undo", "members", "invite")
MESSAGE_PAGES = ("message", "message_take", "message_hand_back", "message_answer", "message_close", "message_reopen")
POST_PAGES = ("post", "post_edit", "post_close", "post_reopen", "post_reply")
REQUEST_PAGES = ("request", "request_admit", "request_refuse", "request_undo")
PARTNER_PAGES = ("partner_end", "partner_resume", "partner_lead", "partner_administrator")
COORDINATOR_PAGES = ("coordinator_resend", "coordinator_withdraw")
INVITATION_PAGES = ("invitation_resend", "invitation_withdraw")
MEMBER_PAGES = ("member", "member_end")
SAVED_PAGES = ("saved_one", "saved_pause", "saved_resume", "saved_remove", "saved_restore")
LIST_PAGES = ("list", "list_print", "list_mail", "list_take", "list_restore")
OFFER_LISTS = ("offers", "new", "draft_new", "sheets", "sheet_empty", "list_xlsx", "list_csv")
SHEET_PAGES = ("sheet", "sheet_accept", "sheet_take_back", "sheet_discard")
REVIEW_PAGES = ("review", "review_xlsx", "review_csv")
OFFER_PAGES = ("edit", "draft", "discard", "room", "close", "reopen", "still_true")

DESK_STEPS = (
    "request", "request_take", "request_hand_back", "request_reopen", "request_told", "request_part",
    "request_clarify", "request_limits", "request_park", "request_note", "request_close",
)  # fmt: skip

DOORS = (
    "sent", "forget", "keep", "front_door", "front_door_guess", "front_door_mailed", "front_door_sent", "card", "new",
)  # fmt: skip

HSDS_LISTS = ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms")


def _hsds(name: str) -> dict[str, Example]:
    """The doors for programs, of all networks and of one, each with an id that is there."""
    return {
        f"api:{name}_one": lambda stage: {"key": _hsds_key(stage, name)},
        f"api:network_{name}": ABOUT_NETWORK,
        f"api:network_{name}_one": lambda stage: {"slug": stage.cast.meerlinden.slug, "key": _hsds_key(stage, name)},
    }


def _hsds_key(stage: Stage, name: str) -> str:
    assert stage.offer
    keys: dict[str, object] = {
        "services": stage.offer.pk,
        "organizations": stage.offer.organisation_id,
        "service_at_locations": naming.placed_id(stage.offer.pk),
        "taxonomies": terms.topic_id(terms.Topic.KINDS),
        "taxonomy_terms": next(iter(terms.terms_by_id())),
    }
    return str(keys[name])


OWN_PAGES = (
    "mine", "mine_code", "mine_shut", "mine_log", "mine_paper", "mine_file", "mine_stop", "mine_stop_all",
    "mine_details", "mine_forget", "mine_renew",
)  # fmt: skip
TELLING_PAGES = ("telling", "telling_done", "telling_not_done", "telling_letter", "telling_code")

EXAMPLES: dict[str, Example] = {
    "referrals:inbox": ABOUT_ORGANISATION,
    "referrals:balance": ABOUT_NETWORK,
    "referrals:balance_file": ABOUT_NETWORK,
    "referrals:referral": _at_huisvriend(pk="referral"),
    "referrals:of_front_door": _at_network(pk="referral"),
    "referrals:answer": lambda _stage: {"token": "wrong"},
    **{f"referrals:{name}": lambda _stage: {"token": "wrong"} for name in OWN_PAGES},
    "referrals:tellings": ABOUT_NETWORK,
    **{f"referrals:{name}": _to_tell for name in TELLING_PAGES},
    **{f"referrals:{name}": ABOUT_NETWORK for name in ("network_outbox", "network_outbox_file")},
    **{f"referrals:{name}": ABOUT_ORGANISATION for name in ("outbox", "outbox_file")},
    **{f"referrals:{name}": _of_asked for name in ("send", "request_path")},
    **{f"referrals:{name}": _at_huisvriend(pk="referral") for name in ("onward", "escalate", "withdraw")},
    "referrals:network_withdraw": _at_network(pk="referral"),
    **{page: example for name in HSDS_LISTS for page, example in _hsds(name).items()},
    **{f"api:network_{name}": ABOUT_NETWORK for name in ("about", "openapi", "file")},
    "api:elsewhere": lambda _stage: {"rest": "services/"},
    "api:network_elsewhere": lambda stage: {"slug": stage.cast.meerlinden.slug, "rest": "services/"},
    "places:area": lambda stage: {"code": stage.area.pk, "name": "meerlinden"},
    "places:by_code": lambda stage: {"code": stage.area.pk},
    "mfa_edit_webauthn": lambda _stage: {"pk": 0},
    "mfa_remove_webauthn": lambda _stage: {"pk": 0},
    "openid_connect_login": lambda _stage: {"provider_id": "organisatie"},
    "openid_connect_callback": lambda _stage: {"provider_id": "organisatie"},
    "demonstration:door": lambda _stage: {"person": "marjan", "token": "wrong"},
    "networks:profile": _profile,
    "networks:profile_contact": _profile,
    "networks:picture": lambda stage: {"mark": stage.cast.huisvriend.pk},
    "networks:picture_small": lambda stage: {"mark": stage.cast.huisvriend.pk},
    "networks:application": lambda _stage: {"token": "wrong"},
    "networks:application_withdraw": lambda _stage: {"token": "wrong"},
    "networks:invitation": lambda _stage: {"token": "wrong"},
    "networks:start_step": lambda _stage: {"number": 1},
    **{f"networks:{name}": ABOUT_NETWORK for name in NETWORK_PAGES},
    **{f"networks:{name}": ABOUT_ORGANISATION for name in ORGANISATION_PAGES},
    **{f"networks:{name}": _of_message for name in MESSAGE_PAGES},
    **{f"networks:{name}": _at_network(post_id="post") for name in POST_PAGES},
    **{f"networks:{name}": _at_network(pk="join_request") for name in REQUEST_PAGES},
    **{f"networks:{name}": _at_network(pk="partner") for name in PARTNER_PAGES},
    **{f"networks:{name}": _at_network(pk="invitation") for name in COORDINATOR_PAGES},
    **{f"networks:{name}": _at_huisvriend(pk="invitation") for name in INVITATION_PAGES},
    **{f"networks:{name}": _at_huisvriend(pk="member") for name in MEMBER_PAGES},
    "finding:sitemap_part": lambda _stage: {"section": "aanbod", "number": 1},
    **{f"finding:{name}": _code for name in LIST_PAGES},
    "finding:find_in_network": ABOUT_NETWORK,
    "finding:kinds_in_network": ABOUT_NETWORK,
    "finding:outlines": lambda stage: {"code": stage.neighbourhood.pk},
    **{f"finding:{name}": _saved for name in SAVED_PAGES},
    "finding:saved_stop": lambda _stage: {"token": "wrong"},
    "finding:neighbourhoods": ABOUT_NETWORK,
    "finding:gaps": ABOUT_NETWORK,
    "finding:gaps_file": ABOUT_NETWORK,
    "finding:neighbourhood": _neighbourhood,
    "finding:neighbourhood_feed": _neighbourhood,
    "finding:neighbourhood_of": lambda stage: {"area": stage.neighbourhood.slug},
    "helprequests:requests": ABOUT_NETWORK,
    "helprequests:requests_file": ABOUT_NETWORK,
    **{f"helprequests:{name}": _asked() for name in DESK_STEPS},
    "helprequests:request_merge": _asked(other="person_id"),
    "helprequests:request_stop": _asked(consent="person_id"),
    "helprequests:request_stop_all": _asked(person="person_id"),
    "helprequests:request_agree": _asked(person="person_id"),
    "helprequests:step": lambda stage: {"slug": stage.cast.meerlinden.slug, "number": 1},
    "helprequests:front_door_confirm": lambda stage: {"slug": stage.cast.meerlinden.slug, "token": "wrong"},
    **{f"helprequests:{name}": ABOUT_NETWORK for name in DOORS},
    "directory:of_partner": _profile,
    "directory:offer": _offer,
    "directory:confirm": lambda _stage: {"token": "wrong"},
    **{f"directory:{name}": ABOUT_ORGANISATION for name in OFFER_LISTS},
    **{f"directory:{name}": _at_huisvriend(pk="offer") for name in OFFER_PAGES},
    **{f"directory:{name}": _at_huisvriend(pk="sheet") for name in SHEET_PAGES},
    **{f"directory:{name}": ABOUT_NETWORK for name in REVIEW_PAGES},
}
