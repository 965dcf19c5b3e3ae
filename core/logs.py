"""Log lines that can only hold what is on the list."""

import json
import logging

ALLOWED = ("levelname", "name", "process")


class AllowListFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message template, exception type.

    Arguments of a message are left out, because they could hold somebody's words.
    """

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {"time": self.formatTime(record)}
        line |= {name: getattr(record, name) for name in ALLOWED}
        line["message"] = record.getMessage() if self._harmless(record) else str(record.msg)
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            line["where"] = f"{record.pathname}:{record.lineno}"
        return json.dumps(line, ensure_ascii=False, default=str)

    @staticmethod
    def _harmless(record: logging.LogRecord) -> bool:
        return record.name.split(".")[0] in {"celery", "gunicorn", "gpv"}
