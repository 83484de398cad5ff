"""An nginx on loopback that serves a built site the way deploy/nginx.conf says."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from agir.pages.headers import EVERYWHERE, NAME, read_headers
from agir.pages.servers import nginx as in_its_words
from project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

# Without `user root` the workers of root could not read a folder that is root's alone.
MAIN = """\
{user}
daemon off;
pid {folder}/pid;
error_log stderr;
worker_processes auto;
events {{ worker_connections 1024; }}
http {{
    include {types};
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {server}
}}
"""


def installed() -> bool:
    """Whether there is an nginx at all."""
    return bool(shutil.which("nginx"))


@contextmanager
def serving(site: Path, *, compressed: bool = False) -> Iterator[str]:
    """Serve a built site; gives its address. `compressed` says that it holds .gz files."""
    with tempfile.TemporaryDirectory() as name, socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        taken.close()
        config = _write(Path(name), site, port, compressed=compressed)
        command = ["nginx", "-e", "stderr", "-p", name, "-c", str(config)]
        with subprocess.Popen(command, stderr=subprocess.PIPE) as server:
            try:
                _wait(server, port)
                yield f"http://127.0.0.1:{port}/"
            finally:
                server.terminate()


def _write(folder: Path, site: Path, port: int, *, compressed: bool) -> Path:
    """The configuration: ours for a publisher, in the least that nginx needs around it."""
    headers = read_headers((site / NAME).read_text("utf-8"))[EVERYWHERE]
    release = f"root {site.resolve()};\n{in_its_words(headers, '/')}"
    (folder / "release.conf").write_text(release, "utf-8")
    server = (ROOT / "deploy/nginx.conf").read_text("utf-8")
    server = re.sub(r"listen \[::\]:80;\n", "", server)
    server = server.replace("listen 80;", f"listen 127.0.0.1:{port};")
    server = server.replace("/srv/agir/release.conf", str(folder / "release.conf"), 1)
    server = server.replace("# gzip_static on;", "gzip_static on;" if compressed else "")
    said = subprocess.run(["nginx", "-V"], capture_output=True, encoding="utf-8", check=True)
    place = re.search(r"--conf-path=(\S+)", said.stderr)
    types = Path(place[1] if place else "").with_name("mime.types")
    user = "user root;" if os.geteuid() == 0 else ""
    config = folder / "nginx.conf"
    config.write_text(MAIN.format(folder=folder, types=types, server=server, user=user), "utf-8")
    return config


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    """Until it answers. Raises RuntimeError with what it said when it does not start."""
    while server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise RuntimeError(server.stderr.read().decode() if server.stderr else "nginx ended")
