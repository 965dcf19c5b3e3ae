"""One file per noun."""

from core.models.audit import AuditEntry, AuditSeal
from core.models.data_key import DataKey
from core.models.form_receipt import FormReceipt
from core.models.kept_mail import KeptMail
from core.models.kept_text import KeptText
from core.models.notice import Notice
from core.models.outbox_message import OutboxMessage
from core.models.record import Record
from core.models.stored_file import StoredFile
from core.models.token import AccessToken
from core.models.user import User

__all__ = [
    "AccessToken",
    "AuditEntry",
    "AuditSeal",
    "DataKey",
    "FormReceipt",
    "KeptMail",
    "KeptText",
    "Notice",
    "OutboxMessage",
    "Record",
    "StoredFile",
    "User",
]
