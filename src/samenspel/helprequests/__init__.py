"""Somebody asks for help: what is going on, where, for whom, how urgent, and whether volunteers can do this."""
