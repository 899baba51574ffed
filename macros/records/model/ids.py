"""Types of ids. An id that names another record says the kind of that record in its type."""

from __future__ import annotations

from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from macros.records.model.references import Refers

SLUG: Final = r"[a-z0-9]+(-[a-z0-9]+)*"
# Names that some systems do not allow for files, or that the site uses itself.
RESERVED: Final = frozenset({"con", "prn", "aux", "nul", "index", "api", "assets", "en", "search"}) | frozenset(
    f"{port}{number}" for port in ("com", "lpt") for number in range(10)
)


def _read_id(value: Any) -> Any:
    if isinstance(value, str) and value in RESERVED:
        raise PydanticCustomError("reserved_id", "reserved")
    return value


Id = Annotated[
    str,
    StringConstraints(pattern=rf"^{SLUG}$", min_length=1, max_length=80),
    BeforeValidator(_read_id),
    WithJsonSchema({"type": "string", "pattern": rf"^{SLUG}$", "minLength": 1, "maxLength": 80}),
    Field(description="A short ASCII name in lower case with hyphens; it is the address of the page."),
]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
# ``kind/id``. The kinds allowed follow from macros.records.kinds, which imports the models, so the check tests them.
RecordName = Annotated[str, StringConstraints(pattern=rf"^{SLUG}/{SLUG}$", max_length=100)]

CountryId = Annotated[CountryCode, Refers("country")]
DocumentId = Annotated[Id, Refers("document")]
SectorId = Annotated[Id, Refers("sector")]
AgencyId = Annotated[Id, Refers("agency")]
PlanId = Annotated[Id, Refers("plan")]
GroupId = Annotated[Id, Refers("task-group")]
PartnerId = Annotated[Id, Refers("partner")]
AgreementId = Annotated[Id, Refers("agreement")]
OrganisationId = Annotated[Id, Refers("organisation")]
TaskId = Annotated[Id, Refers("task")]
