"""Pages of docs/ that are written from the code; apps register them in ``ready``."""

from collections.abc import Callable

Page = Callable[[], str]
PAGES: dict[str, Page] = {}


def writes(path: str) -> Callable[[Page], Page]:
    """Register the function whose text is the file at ``path`` below the project."""

    def register(page: Page) -> Page:
        PAGES[path] = page
        return page

    return register
