"""The text of an agreement: whether anybody can read it, and where."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from macros.records.model.parts import Record
from macros.records.model.scalars import Url
from macros.records.model.vocabulary import Code, ListedIn

FILE_NAME: Final = r"^[a-z0-9]+([.-][a-z0-9]+)*\.(pdf|txt)$"
SHA256: Final = r"^[0-9a-f]{64}$"

LanguageCode = Annotated[Code, ListedIn("languages")]
TextAccess = Literal["published", "withheld", "not-found"]


class AgreementText(Record):
    """Access to the text of an agreement: its address or file, or that it is withheld or was not found."""

    access: TextAccess
    url: Url | None = None
    file: Annotated[str | None, StringConstraints(pattern=FILE_NAME, max_length=100)] = None
    sha256: Annotated[str | None, StringConstraints(pattern=SHA256)] = None
    language: LanguageCode | None = None

    @model_validator(mode="after")
    def _consistent(self) -> AgreementText:
        somewhere = self.url is not None or self.file is not None
        if self.access == "published" and not somewhere:
            raise PydanticCustomError("text_published", "url or file is missing")
        if self.access != "published" and (somewhere or self.sha256 is not None):
            raise PydanticCustomError("text_unpublished", "url, file or sha256 does not belong here")
        return self
