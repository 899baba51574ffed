"""Types of fields that name other records, by the kind of those.

They take ids, records and items alike; lists that are joined from other records are sorted.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from macros.export.api.fields import Back, Joined
from macros.records.model.references import Refers


def _identify(value: Any) -> Any:
    """Return the id of a record, or an id as it is."""
    return getattr(value, "id", value)


def _code(value: Any) -> Any:
    """Return the code of a country as ISO 3166 writes it, in capitals."""
    return str(_identify(value)).upper()


def _sorted_ids(items: Any) -> Any:
    return sorted(_identify(item) for item in items)


CountryCode = Annotated[str, BeforeValidator(_code), Refers("country")]
AgencyId = Annotated[str, Refers("agency")]
AgreementId = Annotated[str, Refers("agreement")]
DocumentId = Annotated[str, Refers("document")]
GroupId = Annotated[str, Refers("task-group")]
OrganisationId = Annotated[str, Refers("organisation")]
PartnerId = Annotated[str, BeforeValidator(_identify), Refers("partner")]
PlanId = Annotated[str, Refers("plan")]
SectorId = Annotated[str, Refers("sector")]
TaskId = Annotated[str, Refers("task")]

_ids = BeforeValidator(_sorted_ids)
JoinedSectors = Annotated[list[SectorId], _ids, Joined()]
JoinedTasks = Annotated[list[TaskId], _ids, Joined()]
# Ids of the records that refer to this one, which are of the kind that the field is named after.
BackReferences = Annotated[list[str], _ids, Joined(), Back()]
