"""Searches that somebody keeps, to hear of new offers."""

import django.contrib.postgres.fields
import django.db.models.deletion
import samenspel.lib.clock
import samenspel.lib.ids
import samenspel.lib.sealed
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """One table."""

    dependencies = [
        ("finding", "0002_gap"),
        ("networks", "0002_kept_by_the_database"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SavedSearch",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=samenspel.lib.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("title", samenspel.lib.sealed.EncryptedTextField(verbose_name="Naam")),
                ("query", samenspel.lib.sealed.EncryptedTextField(verbose_name="Zoekvraag")),
                (
                    "rhythm",
                    models.CharField(
                        choices=[("daily", "Elke dag"), ("weekly", "Elke week")], default="weekly", max_length=6
                    ),
                ),
                (
                    "told",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "fresh",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.UUIDField(), blank=True, default=list, size=None
                    ),
                ),
                ("fresh_at", models.DateTimeField(blank=True, null=True)),
                ("saved_at", models.DateTimeField(default=samenspel.lib.clock.now)),
                ("renewed_at", models.DateTimeField(default=samenspel.lib.clock.now)),
                ("checked_at", models.DateTimeField(default=samenspel.lib.clock.now)),
                ("paused_at", models.DateTimeField(blank=True, null=True)),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "network",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="networks.network",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ["saved_at", "id"],
                "indexes": [models.Index(fields=["owner", "saved_at"], name="saved_search_of_owner")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rhythm__in", ["daily", "weekly"])), name="saved_search_rhythm_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fresh", []), ("fresh_at__isnull", False), _connector="OR"),
                        name="saved_search_fresh_has_moment",
                    ),
                ],
            },
        ),
    ]
