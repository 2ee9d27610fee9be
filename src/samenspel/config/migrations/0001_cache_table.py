"""The table of the shared cache; it counts rate limits for all processes together."""

from django.db import migrations


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.RunSQL(
            sql="""
            CREATE UNLOGGED TABLE config_cache (
                cache_key varchar(255) PRIMARY KEY,
                value text NOT NULL,
                expires timestamp with time zone NOT NULL
            );
            CREATE INDEX config_cache_expires ON config_cache (expires);
            """,
            reverse_sql="DROP TABLE config_cache",
        )
    ]
