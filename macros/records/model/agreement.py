"""Agreements with partner localities: terms, renewals, signatories, and what they do to earlier agreements."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from macros.records.model.agreement_text import AgreementText, LanguageCode
from macros.records.model.document import Brought
from macros.records.model.ids import AgencyId, AgreementId, PartnerId, SectorId
from macros.records.model.parts import Identified, Record, Source, Sources, Text
from macros.records.model.scalars import Count, Date, Flag, Line
from macros.records.model.vocabulary import Code, ListedIn


class Term(Record):
    """Duration of an agreement, as its source states it."""

    kind: Literal["indefinite", "until", "years", "unstated"]
    until: Date | None = None
    years: Annotated[Count | None, Field(ge=1, le=99)] = None

    @model_validator(mode="after")
    def _consistent(self) -> Term:
        if self.kind == "until" and self.until is None:
            raise PydanticCustomError("term_until", "until is missing")
        if self.kind == "years" and (self.years is None or self.until is not None):
            raise PydanticCustomError("term_years", "years is missing")
        if self.kind in {"indefinite", "unstated"} and (self.until is not None or self.years is not None):
            raise PydanticCustomError("term_open", "until or years does not belong here")
        return self


class Renewal(Record):
    """A later signing that continues the agreement."""

    date: Date
    kind: Literal["strengthened", "re-signed", "further"]
    note: Text | None = None
    sources: tuple[Source, ...] = ()


class Signatory(Record):
    """A person who signed, for one of the two sides."""

    name: Line
    office: Text | None = None
    side: Literal["city", "partner"]


Instrument = Annotated[Code, ListedIn("instruments")]
# The fields by which an agreement says what it does to earlier ones.
RELATIONS: Final = ("supersedes", "amends", "implements", "under")


class Agreement(Identified):
    """An agreement with a partner locality; one that is only announced has no signing yet, as far as anybody knows."""

    instrument: Instrument
    signatory: AgencyId
    announced: Date | None = None
    signed: Date | None = None
    place: Text | None = None
    signatories: tuple[Signatory, ...] = ()
    languages: tuple[LanguageCode, ...] = ()
    binding: Flag | None = None
    renewed: tuple[Renewal, ...] = ()
    term: Term
    subject: Text | None = None
    text: AgreementText | None = None
    supersedes: tuple[AgreementId, ...] = ()
    amends: tuple[AgreementId, ...] = ()
    implements: tuple[AgreementId, ...] = ()
    under: tuple[AgreementId, ...] = ()
    sectors: tuple[SectorId, ...] = ()
    note: Text | None = None
    sources: Sources


class _OfPartner(Identified):
    """First fields of an agreement that stands apart from its partner."""

    partner: PartnerId


class AddedAgreement(Agreement, _OfPartner):
    """An agreement in a file of its own (``data/agreements/``), added to its partner when the data is read."""

    documents: Brought = ()
