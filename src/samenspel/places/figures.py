"""The figures we know by name: what they mean, how files call them, and what they are a part of.

A figure that is not listed here is kept under the name of the file, so nothing of a published file is lost;
only listed figures have words and appear on the page of an area.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: its name in the tables, its label, how it is written and how files call it.

    `of` names the figure that says 'of how many'. A percentage over a group says the group in `of_words`.
    """

    name: str
    label: str | Promise
    unit: str = ""
    of: str = ""
    of_words: str | Promise = ""
    aliases: tuple[str, ...] = ()


_OF_ADULTS = _("van de inwoners van 18 jaar en ouder")
_OF_ELDERLY = _("van de inwoners van 65 jaar en ouder")
_OF_INHABITANTS = _("van alle inwoners")
_OF_HOUSEHOLDS = _("van alle huishoudens")

CENSUS = (
    Figure("inhabitants", _("Inwoners"), aliases=("inwoners", "aantal_inwoners", "population", "aant_inw")),
    Figure("inhabitants_65plus", _("Inwoners van 65 jaar en ouder"), of="inhabitants", aliases=("inwoners_65plus",)),
    Figure("inhabitants_0_15", _("Kinderen tot 15 jaar"), of="inhabitants", aliases=("inwoners_0_15",)),
    Figure(
        "share_65plus",
        _("Inwoners van 65 jaar en ouder"),
        "%",
        of_words=_OF_INHABITANTS,
        aliases=("percentage_personen_65_jaar_en_ouder", "pop_65plus", "p_65_eo_jr"),
    ),
    Figure(
        "share_0_15",
        _("Kinderen tot 15 jaar"),
        "%",
        of_words=_OF_INHABITANTS,
        aliases=("percentage_personen_0_tot_15_jaar", "pop_0_14", "p_00_14_jr"),
    ),
    Figure("households", _("Huishoudens"), aliases=("huishoudens", "aantal_huishoudens", "aantal_hh")),
    Figure(
        "share_single_households",
        _("Huishoudens van één persoon"),
        "%",
        of_words=_OF_HOUSEHOLDS,
        aliases=("percentage_eenpersoonshuishoudens", "p_1p_hh"),
    ),
    Figure(
        "household_size",
        _("Mensen per huishouden"),
        aliases=("huishoudensgrootte", "gemiddelde_huishoudsgrootte", "gem_hh_gr"),
    ),
    Figure(
        "density_km2",
        _("Inwoners per vierkante kilometer"),
        aliases=("dichtheid_km2", "bevolkingsdichtheid_inwoners_per_km2", "bev_dichth"),
    ),
    Figure(
        "households_low_income",
        _("Huishoudens met een laag inkomen"),
        "%",
        of_words=_OF_HOUSEHOLDS,
        aliases=("percentage_huishoudens_met_laag_inkomen", "income_low"),
    ),
    Figure("youth_care", _("Jongeren met jeugdzorg"), aliases=("aantal_jongeren_met_jeugdzorg_in_natura",)),
    Figure("social_support_clients", _("Mensen met hulp uit de Wmo"), aliases=("aantal_wmo_clienten",)),
)

HEALTH_MEASURES = {
    "eenzaam_pct": ("lonely", _("Voelt zich eenzaam")),
    "ernstig_eenzaam_pct": ("very_lonely", _("Voelt zich ernstig eenzaam")),
    "emotioneel_eenzaam_pct": ("emotionally_lonely", _("Mist een hechte band met iemand")),
    "sociaal_eenzaam_pct": ("socially_lonely", _("Mist contact met andere mensen")),
    "mantelzorger_pct": ("informal_carers", _("Geeft mantelzorg")),
    "vrijwilligerswerk_pct": ("volunteers", _("Doet vrijwilligerswerk")),
    "risico_angst_depressie_pct": ("anxiety_risk", _("Loopt risico op angst of depressie")),
    "regie_eigen_leven_pct": ("in_control", _("Heeft de regie over het eigen leven")),
    "moeite_rondkomen_pct": ("struggling_financially", _("Heeft moeite om rond te komen")),
    "ervaren_gezondheid_goed_pct": ("good_health", _("Voelt zich gezond")),
}
"""Columns of the RIVM health monitor. Each is published twice, for adults and for the elderly."""

AGE_GROUPS = {"18+": ("18plus", _OF_ADULTS), "65+": ("65plus", _OF_ELDERLY)}

HEALTH = tuple(
    Figure(f"{name}_{group}", label, "%", of_words=words, aliases=(f"{column} {age}",))
    for column, (name, label) in HEALTH_MEASURES.items()
    for age, (group, words) in AGE_GROUPS.items()
)

FIGURES = {figure.name: figure for figure in CENSUS + HEALTH}

NAMES = {alias: figure.name for figure in FIGURES.values() for alias in figure.aliases} | {
    # The national neighbourhood file carries this one over from the health monitor, for adults.
    "ervaren_gezondheid_goed_pct": "good_health_18plus",
}
"""How files call a figure, and how we do."""

SHOWN = (
    ("inhabitants", "inhabitants_65plus", "share_65plus", "inhabitants_0_15", "share_0_15")
    + ("households", "share_single_households", "household_size", "households_low_income")
    + ("lonely_18plus", "lonely_65plus", "very_lonely_18plus", "informal_carers_18plus", "informal_carers_65plus")
    + ("volunteers_18plus", "volunteers_65plus", "anxiety_risk_18plus", "struggling_financially_18plus")
    + ("good_health_18plus",)
)
"""The key figures on the page of an area, in this order: who lives here, how are they, who helps."""
