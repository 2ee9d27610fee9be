"""Mails of finding."""
