"""What a learner's browser does on a JupyterHub, without the browser."""

import json
import time
from urllib.parse import urlencode

from jupyter_client.session import Session
import nbformat
from nbformat.v4 import output_from_msg
import requests
from websocket import create_connection


class Learner:
    """Somebody with an account on the hub at an address; `answer` is theirs alone."""

    def __init__(self, hub, name):
        self.hub, self.name, self.web = hub, name, requests.Session()
        self.web.trust_env = False  # no proxy for this machine
        self.word, self.answer = f"word of {name}", f"12  # {name}"

    def ask(self, method, path, **given):
        for cookie in self.web.cookies:
            if cookie.name == "_xsrf" and path.startswith(cookie.path):
                self.web.headers["X-XSRFToken"] = cookie.value
        answer = self.web.request(method, self.hub + path, timeout=120, **given)
        assert answer.ok, f"{self.name}: {method} {path}: {answer.status_code}"
        return answer

    def own(self, method, path, **given):
        """Ask the learner's own server."""
        return self.ask(method, f"/user/{self.name}/{path}", **given)

    def fill_in(self, page, *fields):
        self.ask("GET", page)
        form = {"username": self.name, **dict.fromkeys(fields, self.word)}
        return self.ask("POST", page, data=form)

    def sign_up(self):
        fields = "signup_password", "signup_password_confirmation"
        self.fill_in("/hub/signup", *fields)

    def logs_in(self):
        return not self.fill_in("/hub/login", "password").url.endswith("/login")

    def follow(self, link):
        """nbgitpuller's link: it starts the learner's server, which then pulls."""
        asked, deadline = urlencode(link), time.monotonic() + 300
        while True:
            page = self.ask("GET", f"/hub/user-redirect/git-pull?{asked}")
            if f"/user/{self.name}/git-pull" in page.url.partition("?")[0]:
                break
            assert time.monotonic() < deadline, f"{self.name}: no server"
            time.sleep(1)
        asked += f"&targetpath={link['targetPath']}"  # as the page asks for it
        told = self.own("GET", f"git-pull/api?{asked}").text
        assert '"phase": "finished"' in told, told

    def read(self, path):
        content = self.own("GET", f"api/contents/{path}").json()["content"]
        return nbformat.from_dict(content)

    def work(self, path):
        """Run a lesson up to its first exercise, answer that and save.

        When its first output came, by time.monotonic
        """
        heard = []
        lesson, line = self.read(path), self.kernel(path)
        cells = [cell for cell in lesson.cells if cell.cell_type == "code"]
        blank = next(i for i, cell in enumerate(cells) if "= ..." in cell.source)
        cells[blank].source = cells[blank].source.replace("...", self.answer)
        for cell in cells[: blank + 2]:  # the check that follows, too
            cell.outputs = []
            for output in run(line, cell.source):
                heard.append(time.monotonic())
                cell.outputs.append(output)
        lesson.metadata.language_info = {"name": "python", "version": "3"}
        self.save(path, lesson)
        return heard[0]

    def save(self, path, notebook):
        body = {"type": "notebook", "format": "json", "content": notebook}
        self.own("PUT", f"api/contents/{path}", json=body)

    def exchange(self, action, assignment):
        """Fetch, submit or fetch_feedback, as in the list of assignments."""
        asked = {"course_id": "latent-vectors", "assignment_id": assignment}
        told = self.own("POST", f"assignments/{action}", data=asked).json()
        assert told["success"], told["value"]
        return told["value"]

    def types(self, commands):
        """What somebody types into a terminal; it must end well."""
        code = f"%%bash --no-raise-error\n(set -e\n{commands}\n) 2>&1; echo ended $?"
        outputs = run(self.kernel("terminal"), code)
        told = "".join(output.get("text", "") for output in outputs)
        assert told.endswith("ended 0\n"), told
        return told.removesuffix("ended 0\n")

    def kernel(self, path):
        """A line to a new kernel for the notebook at a path"""
        asked = {"path": path, "name": path, "type": "notebook", "kernel": {}}
        kernel = self.own("POST", "api/sessions", json=asked).json()["kernel"]["id"]
        address = f"{self.hub}/user/{self.name}/api/kernels/{kernel}/channels"
        asked = self.web.prepare_request(requests.Request("GET", address))
        address, cookie = address.replace("http", "ws", 1), asked.headers["Cookie"]
        return create_connection(address, cookie=cookie, timeout=300)


def run(line, code):
    """Run code in the kernel at the other end; what it shows, as it comes."""
    content = {"code": code, "silent": False, "store_history": True}
    request = Session().msg("execute_request", content) | {"channel": "shell"}
    line.send(json.dumps(request, default=str))
    while True:
        message = json.loads(line.recv())
        if message["parent_header"].get("msg_id") != request["msg_id"]:
            continue
        kind, content = message["msg_type"], message["content"]
        assert kind != "error", content["traceback"]
        if content.get("execution_state") == "idle":
            return
        if kind in ("stream", "display_data", "execute_result"):
            yield output_from_msg(message)
