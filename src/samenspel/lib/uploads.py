"""What people send in as files goes no further than so many bytes; the rest is read past and thrown away.

The body of a request is read before any page decides, so the limit stands here, where files are kept. A file that is
too heavy arrives at the form empty but with its real size: the form says at its field that it is too large, and what
was typed beside it is still there.
"""

import io

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class TooHeavyFile(UploadedFile):  # type: ignore[type-arg]  # takes no brackets when it runs
    """What is left of a file that was too heavy: its name and how heavy it was."""

    def __init__(self, *, name: str, content_type: str, size: int) -> None:
        super().__init__(file=io.BytesIO(), name=name, content_type=content_type, size=size)


class BoundedFiles(TemporaryFileUploadHandler):
    """Keeps files on disk for as long as the request lasts, up to `FILE_UPLOAD_LIMIT` bytes each."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep the piece; from the moment on that the file is too heavy nothing of it stays."""
        if start + len(raw_data) <= settings.FILE_UPLOAD_LIMIT:
            super().receive_data_chunk(raw_data, start)
        elif not self.file.closed:
            self.file.close()

    def file_complete(self, file_size: int) -> "UploadedFile[bytes] | None":
        """The file, or what is left of one that was too heavy."""
        if file_size <= settings.FILE_UPLOAD_LIMIT:
            return super().file_complete(file_size)
        return TooHeavyFile(name=self.file_name or "", content_type=self.content_type or "", size=file_size)
