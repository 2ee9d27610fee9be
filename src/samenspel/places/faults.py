"""The one exception of the importers: a file that cannot be used, with a sentence for the person who gave it."""


class BadFileError(Exception):
    """The file was refused. The message is one sentence in the language of the reader, with the place in the file."""
