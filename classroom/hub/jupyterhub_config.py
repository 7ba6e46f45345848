"""One server for a school; README.md beside this file says how to start it."""

from pathlib import Path
import sys

from jupyterhub.auth import LocalAuthenticator
from nativeauthenticator import NativeAuthenticator

COURSE = Path(__file__).resolve().parents[2]
c = get_config()  # noqa: F821


# Learners open accounts themselves and the teacher admits them on /hub/authorize.
# Each gets an account of this machine, so that nobody reads another's files.
class Accounts(NativeAuthenticator, LocalAuthenticator):
    pass


c.JupyterHub.authenticator_class = Accounts
c.LocalAuthenticator.create_system_users = True
c.Authenticator.admin_users = {"teacher00"}
c.Authenticator.allow_all = True  # all whom the teacher has admitted
# Letters and at least two digits: no account of the system itself has such a name.
c.Authenticator.username_pattern = r"^[a-z]{1,12}[0-9]{2,8}$"
c.NativeAuthenticator.minimum_password_length = 8
c.NativeAuthenticator.allowed_failed_logins = 5

# 2 GB hold all of a learner's kernels; when they are full, only a kernel ends.
c.JupyterHub.spawner_class = "systemd"
c.Spawner.mem_limit = "2G"
c.Spawner.cpu_limit = 2
c.SystemdSpawner.isolate_tmp = True
c.SystemdSpawner.unit_extra_properties = {"OOMPolicy": "continue"}
c.Spawner.start_timeout = c.Spawner.http_timeout = 180  # a whole class comes at once

# JupyterLab as `make lab` opens it. A lesson left for an hour gives its memory back.
c.Spawner.cmd = [str(Path(sys.executable).with_name("jupyterhub-singleuser"))]
c.Spawner.args = [
    "--MappingKernelManager.cull_idle_timeout=3600",
    "--MappingKernelManager.cull_connected=True",
    "--KernelManager.transport=ipc",  # other learners cannot listen
]
config = [Path(__file__).resolve().parent, COURSE / ".jupyter/ko"]
c.Spawner.environment = {"JUPYTER_CONFIG_PATH": ":".join(map(str, config))}

# A server that nobody has used for an hour ends; files stay.
c.JupyterHub.services = [
    {
        "name": "idle-culler",
        "command": [sys.executable, "-m", "jupyterhub_idle_culler", "--timeout=3600"],
    }
]
c.JupyterHub.load_roles = [
    {
        "name": "idle-culler",
        "services": ["idle-culler"],
        "scopes": [
            "list:users",
            "read:users:activity",
            "read:servers",
            "delete:servers",
        ],
    }
]

# Only this machine hears it; the web server in front brings https.
c.JupyterHub.bind_url = "http://127.0.0.1:8000"
