"""Which tests share a worker. (pytest-xdist's own groups are lost with pytest 9.2.)"""

import pytest

from common import ASSIGNMENTS, LESSONS


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """A notebook's cells run in order in one worker; so do a file's tests by lesson."""
    from xdist.scheduler import LoadScopeScheduling

    class ByLesson(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            file, _, test = nodeid.partition("::")
            lesson = [name for name in {*LESSONS, *ASSIGNMENTS} if f"{name}]" in test]
            return f"{file} {lesson}"

    return ByLesson(config, log)
