"""nbgrader's exchange on a hub: hand out, hand in, grade, hand back."""

from datetime import datetime
import os
from pathlib import Path
import shutil
import sys

from nbgrader.exchange.default import ExchangeCollect
from nbgrader.utils import find_owner

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from said import SAID

c = get_config()  # noqa: F821


class Collect(ExchangeCollect):
    """nbgrader's own, but a submission is its owner's, whatever its name claims.

    And nothing that somebody leaves there keeps the others from being collected.
    """

    def _path_to_record(self, path):
        try:
            record = super()._path_to_record(path)
        except Exception:  # a name that nbgrader did not give
            record = {"filename": os.path.basename(path), "timestamp": datetime.min}
        return record | {"username": find_owner(path)}

    def do_copy(self, src, dest, log=None):
        # A link is left a link: it would bring the teacher's files, or a classmate's.
        try:
            shutil.copytree(src, dest, symlinks=True)
        except OSError as problem:  # what cannot be read
            self.log.error("%s: %s", src, problem)


c.CourseDirectory.course_id = "latent-vectors"
c.Exchange.root = "/srv/exchange"
c.ExchangeFactory.collect = Collect
# The teacher collects into ~/class; grade.py makes ~/class-graded of it.
c.CourseDirectory.root = str(Path.home() / "class-graded")
c.CourseDirectory.submitted_directory = "../class"
# The edition is that of the menus, which jupyterhub_config.py sets.
english = ".jupyter/en" in os.environ.get("JUPYTER_CONFIG_PATH", "")
stub = SAID["en" if english else "ko"]["stub"]
c.ClearSolutions.code_stub = {"python": f"# {stub}\nraise NotImplementedError()"}
c.ClearSolutions.text_stub = f"*{stub}*"
c.HTMLExporter.sanitize_html = True  # a submission's scripts must not run
c.NbGrader.logfile = ""
