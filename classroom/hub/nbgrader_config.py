"""nbgrader's exchange on a hub: hand out, hand in, grade, hand back."""

from pathlib import Path
import shutil

from nbgrader.exchange.default import ExchangeCollect
from nbgrader.utils import find_owner

c = get_config()  # noqa: F821


class Collect(ExchangeCollect):
    """nbgrader's own, but a submission is its owner's, whatever its name claims."""

    def _path_to_record(self, path):
        return super()._path_to_record(path) | {"username": find_owner(path)}

    def do_copy(self, src, dest, log=None):
        # A link is left a link: it would bring the teacher's files, or a classmate's.
        shutil.copytree(src, dest, symlinks=True)


c.CourseDirectory.course_id = "latent-vectors"
c.Exchange.root = "/srv/exchange"
c.ExchangeFactory.collect = Collect
# The teacher collects into ~/class; grade.py makes ~/class-graded of it.
c.CourseDirectory.root = str(Path.home() / "class-graded")
c.CourseDirectory.submitted_directory = "../class"
stub = "여기에 답을 쓰세요"
c.ClearSolutions.code_stub = {"python": f"# {stub}\nraise NotImplementedError()"}
c.ClearSolutions.text_stub = f"*{stub}*"
c.HTMLExporter.sanitize_html = True  # a submission's scripts must not run
c.NbGrader.logfile = ""
