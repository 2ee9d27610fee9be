"""Mails about networks: no personal data in them, only that there is something and where."""
