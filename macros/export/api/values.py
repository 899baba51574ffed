"""The base of the API's models, and the values that their fields are made of: texts, addresses, dates, sources."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    ValidationInfo,
    model_validator,
)

from macros.base.dates import PartialDate, Precision
from macros.catalogue.catalogue import Catalogue
from macros.export.api.fields import Former, Shape
from macros.records import model
from macros.records.model.references import Refers

# A number that is printed as a whole number where it is one: 103, not 103.0.
Number = Annotated[float, PlainSerializer(lambda value: int(value) if value == int(value) else value)]
# How exact a number is, as its source says.
Qualifier = Literal["exact", "about", "over", "nearly", "up-to"]


class ApiModel(BaseModel):
    """A record of the API, or a part of one.

    Attributes:
        record_kind: the singular of the kind of record that it describes; empty for parts of records.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True)
    record_kind: ClassVar[str] = ""

    @classmethod
    def computed(cls, _item: Any, _catalogue: Catalogue) -> Mapping[str, Any]:
        """Return the fields whose values are no attributes of the record or of what is joined to it."""
        return {}


def held_records(field: Shape) -> type[ApiModel] | None:
    """Return the model of the records that a field holds, as a plan holds its groups; None for other fields."""
    held = isinstance(field.kind, type) and issubclass(field.kind, ApiModel) and field.kind.record_kind
    return field.kind if held else None


class Text(ApiModel):
    """A text in both languages; the English of an update may still be missing."""

    vi: str
    en: str | None

    @model_validator(mode="before")
    @classmethod
    def _same_in_both(cls, value: Any) -> Any:
        return {"vi": value, "en": value} if isinstance(value, str) else value

    def __getitem__(self, lang: str) -> str:
        return self.en if lang == "en" and self.en is not None else self.vi


class Url(ApiModel):
    """Addresses of a record's page, relative to the site's root."""

    vi: str
    en: str

    def __getitem__(self, lang: str) -> str:
        return self.vi if lang == "vi" else self.en


class Moment(ApiModel):
    """A date with its precision: ``{"value": "2015-02", "precision": "month"}``."""

    value: str
    precision: Precision

    @model_validator(mode="before")
    @classmethod
    def _of_date(cls, value: Any) -> Any:
        if isinstance(value, PartialDate):
            return {"value": str(value), "precision": value.precision}
        if isinstance(value, model.Renewal):
            return {"value": str(value.date), "precision": value.date.precision, "kind": value.kind}
        return value


class Source(ApiModel):
    """The document that states a fact, and the place in it: in its own words, and in English where that is known."""

    document: Annotated[str, Refers("document")]
    locator: str
    locator_en: str | None
    note: Text | None

    @model_validator(mode="before")
    @classmethod
    def _with_english(cls, value: Any, info: ValidationInfo) -> Any:
        if not isinstance(value, model.Source):
            return value
        english = info.context.locators.english(value.locator) if isinstance(info.context, Catalogue) else None
        return {**dict(value), "locator_en": english}


class Retired(ApiModel):
    """The day on which a record was taken out of use, and why."""

    date: Moment
    reason: Text


class FormerName(ApiModel):
    """A name that something had before it was renamed."""

    name: Text
    until: Moment | None
    sources: list[Source]


# The ids that a record had before; the files of the API at those ids say where it moved to.
FormerIds = Annotated[list[str], Former()]
FormerCodes = Annotated[list[str], BeforeValidator(lambda codes: [code.upper() for code in codes]), Former()]


class Named(ApiModel):
    """Base of the models of things that have other names: those met in documents, and those that they had before."""

    @classmethod
    def computed(cls, item: Any, _catalogue: Catalogue) -> Mapping[str, Any]:
        """Return its other names, those that it had before last."""
        record = getattr(item, "record", item)
        spelled = [getattr(alias, "name", alias) for alias in record.aliases]
        former = [name for one in record.former_names for name in (one.name.vi, one.name.en)]
        return {"aliases": list(dict.fromkeys([*spelled, *former]))}
