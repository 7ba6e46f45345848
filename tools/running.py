"""Runs a notebook from top to bottom and hears every answer of its kernel.

`python tools/running.py NOTEBOOK` runs one in its folder and stores nothing.
"""

from pathlib import Path
import sys
from types import SimpleNamespace

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.channels import AsyncZMQSocketChannel
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
import nbformat
from traitlets import Type


class ListeningChannel(AsyncZMQSocketChannel):
    """Sends through the asyncio socket; jupyter_client writes to the one beneath.

    Any send takes note of answers that have just come. Beneath, that note is lost, and
    whoever awaits the answer waits until the timeout. nbclient sends while it waits: it
    tells the kernel what a slider shows (jupyter/nbclient#312).
    """

    def send(self, msg):
        sender = SimpleNamespace(send_multipart=self.socket.send_multipart)
        self.session.send(sender, msg)


class ListeningClient(AsyncKernelClient):
    shell_channel_class = Type(ListeningChannel)


class ListeningManager(AsyncKernelManager):
    client_factory = Type(ListeningClient)


def execute(notebook, folder, **kernel):
    """Run all cells in a fresh kernel in the folder; an error in one is raised.

    kernel : what the kernel's process is started with, such as `env`
    """
    options = {"timeout": 600, "record_timing": False, "coalesce_streams": True}
    where = {"metadata": {"path": str(folder)}}
    options |= {"kernel_manager_class": ListeningManager, "resources": where}
    NotebookClient(notebook, **options).execute(**kernel)
    notebook.metadata.pop("widgets", None)  # the sliders' state, for a page that runs


if __name__ == "__main__":
    path = Path(sys.argv[1])
    execute(nbformat.read(path, as_version=4), path.parent)
