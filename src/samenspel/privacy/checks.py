"""A guard that refuses to start: no column without a purpose, no table without a term (L2, L15)."""

from typing import Any

from django.core.checks import CheckMessage, Error, register

from samenspel.privacy import register as the_register
from samenspel.privacy import rules


@register()
def everything_has_a_purpose_and_a_term(**_options: Any) -> list[CheckMessage]:
    """An error for each way in which the register and the models differ, or the register is not complete."""
    try:
        wrong = list(rules.problems(the_register.current(), list(the_register.stored_tables())))
    except rules.BadRegister as unreadable:
        wrong = [str(unreadable)]
    return [Error(one, hint="see src/samenspel/config/retention.yaml", id="samenspel.E020") for one in sorted(wrong)]
