"""Many offers at once: send in a sheet, look at what would change, say yes, and take it back if need be."""

from typing import Any
from uuid import UUID

from django.contrib import messages as warnings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from samenspel.accounts.access import PersonRequest
from samenspel.accounts.roles import Permission
from samenspel.audit import actions as audit
from samenspel.design import messages
from samenspel.design.parts import Column, Link, Table
from samenspel.directory import queries
from samenspel.directory.actions import sheets as actions
from samenspel.directory.forms.sheets import SheetForm
from samenspel.directory.models import SheetImport
from samenspel.directory.sheets import files, ground
from samenspel.directory.sheets.plan import Change, Plan
from samenspel.lib import sheet_writing
from samenspel.networks.access import for_organisation
from samenspel.networks.models import Organisation

MOST_SHOWN = 100


@for_organisation(Permission.EDIT_PROFILE)
def upload(request: PersonRequest, organisation: Organisation) -> HttpResponse:
    """Send in a sheet; nothing changes yet."""
    form = SheetForm(request.POST, request.FILES) if request.method == "POST" else SheetForm()
    if request.method == "POST" and form.is_valid():
        made = actions.keep(organisation=organisation, rows=form.rows, headings=form.headings, by=request.user.pk)
        return redirect("directory:sheet", organisation.slug, made.pk)
    context = {
        "organisation": organisation,
        "form": form,
        "recent": queries.recent_sheets(organisation),
        "trail": _trail(organisation)[:2],
    }
    return render(request, "directory/sheet_upload.html", context)


@for_organisation(Permission.EDIT_PROFILE)
@require_safe
def preview(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """What a sheet would change, and per cell what is wrong."""
    sheet = queries.sheet(organisation, pk=pk)
    context: dict[str, Any] = {"organisation": organisation, "sheet": sheet, "trail": _trail(organisation)}
    if sheet.accepted_at is None:
        plan = actions.plan_of(sheet)
        context |= {"plan": plan, "rows": len(sheet.rows), **_shown(plan)}
    return render(request, "directory/sheet_preview.html", context)


def _shown(plan: Plan) -> dict[str, Any]:
    """The beginning of each list, as tables; a thousand rows nobody reads."""
    problems = [[_row(one.row), one.column, one.found or "–", one.sentence] for one in plan.problems[:MOST_SHOWN]]
    columns = [_("Regel"), _("Kolom"), _("Wat er staat"), _("Wat er niet klopt")]
    additions = [[_row(one.row), one.name] for one in plan.additions[:MOST_SHOWN]]
    return {
        "problems": Table(caption=_("Wat niet klopt"), columns=_columns(columns), rows=problems),
        "additions": Table(caption=_("Nieuw"), columns=_columns([_("Regel"), _("Naam")]), rows=additions),
        "changes": [_table_of(change) for change in plan.changes[:MOST_SHOWN]],
        "more_problems": max(len(plan.problems) - MOST_SHOWN, 0),
        "more_additions": max(len(plan.additions) - MOST_SHOWN, 0),
        "more_changes": max(len(plan.changes) - MOST_SHOWN, 0),
    }


def _table_of(change: Change) -> Table:
    caption = _("Regel %(row)d: %(name)s") % {"row": change.row, "name": change.offer.name}
    rows = [[one.column, one.before or "–", one.after or "–"] for one in change.differences]
    return Table(caption=caption, columns=_columns([_("Kolom"), _("Nu"), _("Wordt")]), rows=rows)


def _row(number: int) -> str:
    return _("Regel %(row)d") % {"row": number}


def _columns(labels: list[str]) -> list[Column]:
    return [Column(label=label) for label in labels]


@for_organisation(Permission.EDIT_PROFILE)
@require_POST
def accept(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Take over everything that has nothing wrong in it."""
    sheet = queries.sheet(organisation, pk=pk)
    try:
        outcome = actions.accept(sheet=sheet, seen=request.POST.get("seen", ""), by=request.user.pk)
    except actions.AlreadyDone:
        warnings.warning(request, _("Deze lijst was al overgenomen."))
    except actions.Changed:
        warnings.warning(request, _("Uw aanbod is intussen veranderd. Kijk nog eens, en neem het dan over."))
        return redirect("directory:sheet", organisation.slug, pk)
    except actions.NothingToDo:
        warnings.warning(request, _("Deze lijst verandert niets."))
        return redirect("directory:sheet", organisation.slug, pk)
    else:
        undo = reverse("directory:sheet_take_back", args=[organisation.slug, pk])
        messages.done(request, _done(outcome), undo_url=undo)
    return redirect("directory:offers", organisation.slug)


def _done(outcome: actions.Outcome) -> str:
    added = ngettext("%(count)d nieuw aanbod", "%(count)d keer nieuw aanbod", outcome.added) % {"count": outcome.added}
    changed = ngettext("%(count)d aangepast", "%(count)d aangepast", outcome.changed) % {"count": outcome.changed}
    return _("Overgenomen: %(added)s, %(changed)s.") % {"added": added, "changed": changed}


@for_organisation(Permission.EDIT_PROFILE)
@require_POST
def take_back(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Undo what a sheet did, as far as nobody touched it since."""
    try:
        outcome = actions.take_back(sheet=queries.sheet(organisation, pk=pk), by=request.user.pk)
    except actions.AlreadyDone:
        warnings.warning(request, _("Deze lijst was al teruggedraaid."))
    else:
        text = _("Teruggedraaid: %(added)d weggehaald, %(changed)d weer zoals eerst.")
        told = text % {"added": outcome.added, "changed": outcome.changed}
        if outcome.kept:
            stayed = ngettext(
                "%(count)d bleef staan, omdat iemand het daarna veranderde.",
                "%(count)d bleven staan, omdat iemand ze daarna veranderde.",
                outcome.kept,
            )
            told = f"{told} {stayed % {'count': outcome.kept}}"
        messages.done(request, told)
    return redirect("directory:offers", organisation.slug)


@for_organisation(Permission.EDIT_PROFILE)
@require_POST
def discard(request: PersonRequest, organisation: Organisation, pk: UUID) -> HttpResponse:
    """Throw away a sheet that was not taken over."""
    sheet: SheetImport = queries.sheet(organisation, pk=pk)
    actions.discard(sheet=sheet, by=request.user.pk)
    messages.done(request, _("De lijst is weggegooid. Er is niets veranderd."))
    return redirect("directory:sheets", organisation.slug)


@for_organisation(Permission.EDIT_PROFILE)
@require_safe
def empty(request: PersonRequest, organisation: Organisation) -> HttpResponse:  # noqa: ARG001 -- guarded by it
    """The empty sheet, with a row that shows how and the words that may be used."""
    tabs = files.empty(ground.ground_of(organisation, []))
    return _file(sheet_writing.as_xlsx(tabs), name="samenspel-leeg.xlsx", kind=sheet_writing.XLSX)


@for_organisation(Permission.EDIT_PROFILE)
@require_safe
def own_list(request: PersonRequest, organisation: Organisation, form: str) -> HttpResponse:
    """One's own offers as a file that can be sent in again."""
    offers = queries.sheet_offers(organisation)
    tabs = files.filled(offers, ground.ground_of(organisation, offers))
    audit.exported(request, event="directory.offer.listed", form=form, organisation_id=organisation.pk)
    if form == "csv":
        return _file(sheet_writing.as_csv(tabs[0]), name="ons-aanbod.csv", kind=sheet_writing.CSV)
    return _file(sheet_writing.as_xlsx(tabs), name="ons-aanbod.xlsx", kind=sheet_writing.XLSX)


def _file(content: bytes, *, name: str, kind: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _trail(organisation: Organisation) -> list[Link]:
    return [
        Link(label=organisation.name, url=reverse("networks:organisation", args=[organisation.slug])),
        Link(label=_("Ons aanbod"), url=reverse("directory:offers", args=[organisation.slug])),
        Link(label=_("Lijst inlezen"), url=reverse("directory:sheets", args=[organisation.slug])),
    ]
