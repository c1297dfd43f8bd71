"""Takes uploaded bytes into memory, never onto a disk as they came: only where a page takes files, only so many."""

import re
from io import BytesIO
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from kith.kernel.stored_files import LARGEST

AT_ONCE = 10
"""Files that one submit takes in; what was chosen beyond is named, and chosen again."""
TOGETHER = 50 * 2**20
"""Bytes of one submit: what two processes may hold at once without a page feeling it."""
LONGEST_SENT = 120 * 2**20
"""A submit that says it is longer than this is not read at all."""
FROM_THE_PUBLIC = 25 * 2**20
"""Bytes of one submit from somebody who is not signed in, at a view that says ``takes_files``."""
_TAKES_FILES = re.compile(
    r"^(?:/children/[0-9a-f-]{36}/chronology/[0-9a-f-]{36}/files|/concern/[0-9a-f-]{36}/photographs)/$"
)


def too_large_together(request: HttpRequest) -> bool:
    """Whether files of this submit were left unread because there were too many bytes of them."""
    return bool(getattr(request, "kith_too_large_together", False))


class OnlyWhatIsTakenIn(FileUploadHandler):
    """Named in the settings. A file that comes to any other page, or from nobody, is passed over unread."""

    def handle_raw_input(
        self, input_data: Any, META: Any, content_length: int, boundary: Any, encoding: Any = None
    ) -> None:
        if content_length > LONGEST_SENT:
            raise RequestDataTooBig("A submit that is too long to read.")
        path = self.request.path_info if self.request else ""
        found = getattr(self.request, "resolver_match", None)
        is_public = bool(found and getattr(found.func, "takes_files", False))
        self.is_welcome = is_public or self._is_welcome_as_signed_in(path)
        self.most_together = FROM_THE_PUBLIC if is_public else TOGETHER
        self.together = 0

    def _is_welcome_as_signed_in(self, path: str) -> bool:
        user = getattr(self.request, "user", None)
        return bool(_TAKES_FILES.match(path)) and bool(user and user.is_authenticated)

    def new_file(self, *arguments: Any, **named: Any) -> None:
        super().new_file(*arguments, **named)
        if not self.is_welcome:
            raise SkipFile
        self.body, self.length = BytesIO(), 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Beyond the most that is kept, bytes are counted and let go: the view then says that it was too large."""
        self.length += len(raw_data)
        self.together += len(raw_data)
        if self.together > self.most_together:
            self.request.kith_too_large_together = True  # type: ignore[union-attr]
        elif self.length <= LARGEST + 1 + len(raw_data):
            self.body.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.body.seek(0)
        return InMemoryUploadedFile(
            file=self.body,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=self.length,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
