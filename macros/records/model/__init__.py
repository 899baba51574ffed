"""The records of the site: what ``data/*.yaml`` may hold. Frozen; what follows from them is computed elsewhere.

The words for each field in both languages stand in ``macros/records/field_words.yaml``.
"""

from macros.records.model.activity import Activity, ActivityKind, Amount, Currency
from macros.records.model.agency import Agency, AgencyKind, Ending, Successor
from macros.records.model.agreement import RELATIONS, AddedAgreement, Agreement, Instrument, Renewal, Signatory, Term
from macros.records.model.agreement_text import FILE_NAME, SHA256, AgreementText, TextAccess
from macros.records.model.conflict import AS_PRINTED, IN_BOTH_LANGUAGES, Claim, Conflict
from macros.records.model.cooperation import Cooperation, CooperationKind
from macros.records.model.country import Country, Region
from macros.records.model.document import Document, DocumentCopy, DocumentKind
from macros.records.model.glossary import GlossaryEntry
from macros.records.model.ids import RESERVED, SLUG
from macros.records.model.indicator import Indicator, TotalOf
from macros.records.model.organisation import Organisation, OrganisationKind
from macros.records.model.partner import Alias, Established, Merged, Partner, PartnerKind
from macros.records.model.parts import FormerName, Identified, Note, Record, Retired, Source, Statement, Text, Title
from macros.records.model.place import Place, PlaceRole
from macros.records.model.plan import Group, Plan
from macros.records.model.preferred_term import PreferredTerm
from macros.records.model.references import dates, references
from macros.records.model.reported_agreement import ReportedAgreement
from macros.records.model.scalars import Line, Url
from macros.records.model.sector import Sector
from macros.records.model.tally import Tally
from macros.records.model.task import Task
from macros.records.model.trade_agreement import TradeAgreement
from macros.records.model.update import EVENT_FIELDS, EVENTS, NEEDING_REASON, Progress, ReviewResult, Update
from macros.records.model.vocabulary import ListedTerm, Vocabulary, listed_fields

__all__ = [
    "AS_PRINTED",
    "EVENTS",
    "EVENT_FIELDS",
    "FILE_NAME",
    "IN_BOTH_LANGUAGES",
    "NEEDING_REASON",
    "RELATIONS",
    "RESERVED",
    "SHA256",
    "SLUG",
    "Activity",
    "ActivityKind",
    "AddedAgreement",
    "Agency",
    "AgencyKind",
    "Agreement",
    "AgreementText",
    "Alias",
    "Amount",
    "Claim",
    "Conflict",
    "Cooperation",
    "CooperationKind",
    "Country",
    "Currency",
    "Document",
    "DocumentCopy",
    "DocumentKind",
    "Ending",
    "Established",
    "FormerName",
    "GlossaryEntry",
    "Group",
    "Identified",
    "Indicator",
    "Instrument",
    "Line",
    "ListedTerm",
    "Merged",
    "Note",
    "Organisation",
    "OrganisationKind",
    "Partner",
    "PartnerKind",
    "Place",
    "PlaceRole",
    "Plan",
    "PreferredTerm",
    "Progress",
    "Record",
    "Region",
    "Renewal",
    "ReportedAgreement",
    "Retired",
    "ReviewResult",
    "Sector",
    "Signatory",
    "Source",
    "Statement",
    "Successor",
    "Tally",
    "Task",
    "Term",
    "Text",
    "TextAccess",
    "Title",
    "TotalOf",
    "TradeAgreement",
    "Update",
    "Url",
    "Vocabulary",
    "dates",
    "listed_fields",
    "references",
]
