"""Which tests share a worker."""

import pytest


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """A notebook's cells run in order in one worker; so do a file's tests by lesson."""
    for item in items:
        lesson = getattr(item, "callspec", None) and item.callspec.params.get("lesson")
        item.add_marker(
            pytest.mark.xdist_group(f"{item.path.parent}/{item.path.name} {lesson}")
        )
