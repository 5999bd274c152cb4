"""After installation nothing reaches the network: the whole walk runs where there is only loopback."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

WALK = """
import fcntl, socket, struct, subprocess, sys, time, urllib.request

IFF_UP_RUNNING, SIOCSIFFLAGS = 0x41, 0x8914
flags = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
fcntl.ioctl(flags.fileno(), SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP_RUNNING))
try:
    socket.create_connection(("192.0.2.1", 80), timeout=1)
    sys.exit("the network can be reached")
except OSError:
    pass

folder, home, out = sys.argv[1:]
verb = [sys.executable, "-m", "pipeline.cli"]
subprocess.run([*verb, "add", folder, "--class-set", "Mirrors", "--home", home], check=True)
subprocess.run([*verb, "export", "Mirrors", "--format", "pdf", "--out", out, "--home", home], check=True)
server = subprocess.Popen([*verb, "review", "--home", home, "--port", "8599"])
try:
    for _ in range(120):
        time.sleep(0.5)
        try:
            page = urllib.request.urlopen("http://127.0.0.1:8599/_stcore/health", timeout=2).read()
        except OSError:
            continue
        print("server says", page.decode())
        break
finally:
    server.terminate()
    server.wait(20)
"""


WAYS_IN = (
    ["unshare", "--net"],
    ["unshare", "--user", "--map-root-user", "--net"],
    ["sudo", "-n", "unshare", "--net"],
)


def enter_namespace() -> list[str]:
    """Give the command that runs another in a network namespace of its own: as root, as a plain user, or by sudo."""
    for way in WAYS_IN:
        if shutil.which(way[0]) and subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0:
            return way
    pytest.fail("No network namespace can be made here: run the tests as root, or allow user namespaces.")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has network namespaces")
def test_the_whole_walk_runs_with_loopback_alone(six_answers: Path, tmp_path: Path) -> None:
    """Workers, the real embedder, the export and the server: none of them needs more than this machine."""
    out = tmp_path / "monday.pdf"
    command = [*enter_namespace(), sys.executable, "-c", WALK, str(six_answers), str(tmp_path / "home"), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "server says ok" in done.stdout
    assert "6 pieces" in done.stdout
    assert out.read_bytes().startswith(b"%PDF")
