"""What is the matter with a feed as a whole; what is the matter with one thing in it is a `notes.Note`."""


class FeedFault(Exception):
    """The feed cannot be read further; the sentence says what and where. What was read before is kept."""


class FeedChanged(FeedFault):
    """The feed changed while it was read, so what was read does not fit together; the next run begins anew."""
