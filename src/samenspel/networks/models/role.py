"""Who holds which role, and where."""

from django.db import models
from django.db.models import Q

from samenspel.accounts.models import User
from samenspel.accounts.roles import ROLES
from samenspel.lib import clock, ids
from samenspel.networks.models.network import Network, Organisation


class RoleGrant(models.Model):
    """One role of one person at an organisation, at a network, or (both empty) for the platform."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=30, choices=[(code, role.name) for code, role in ROLES.items()])
    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="role_grants", null=True, blank=True
    )
    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="role_grants", null=True, blank=True)
    given_by = models.UUIDField(null=True)
    given_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["given_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(organisation=None) | Q(network=None), name="role_is_held_at_one_place"),
            models.UniqueConstraint(
                fields=["user", "role", "organisation", "network"],
                name="role_is_given_once",
                nulls_distinct=False,
            ),
        ]
