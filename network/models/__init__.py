"""One file per noun."""

from network.models.area import Area
from network.models.contact import Contact
from network.models.directory_upload import DirectoryUpload, DistinctPair, SourceColumns
from network.models.edition import ContactListEdition
from network.models.facility import (
    Facility,
    FacilityGroupObjectPermission,
    FacilityUserObjectPermission,
    Unit,
)
from network.models.glossary import Glossary, SynonymGroup
from network.models.membership import Membership
from network.models.organisation import CooperationAgreement, Organisation
from network.models.printed_sheet import PrintedSheet
from network.models.reach import OpeningSpan, Phone
from network.models.region import Region
from network.models.rule import Office, ResponsibilityRule
from network.models.saved_search import SavedSearch
from network.models.search_word import SearchWord
from network.models.service import Service
from network.models.subscription import Subscription
from network.models.suggestion import Suggestion

__all__ = [
    "Area",
    "Contact",
    "ContactListEdition",
    "CooperationAgreement",
    "DirectoryUpload",
    "DistinctPair",
    "Facility",
    "FacilityGroupObjectPermission",
    "FacilityUserObjectPermission",
    "Glossary",
    "Membership",
    "Office",
    "OpeningSpan",
    "Organisation",
    "Phone",
    "PrintedSheet",
    "Region",
    "ResponsibilityRule",
    "SavedSearch",
    "SearchWord",
    "Service",
    "SourceColumns",
    "Suggestion",
    "Subscription",
    "SynonymGroup",
    "Unit",
]
