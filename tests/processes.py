"""Runs the program in processes of its own, at a tenth of what it costs to start Python.

A server has started Python and loaded the program; for each run it forks. The run has streams, a
folder, an environment and a session of its own. Where the start itself is the point, which is what
an environment variable of Python or a locale asks for, Python is started.
"""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

LONGEST = 60
"""Seconds after which a run has hung."""

_STARTED_ANEW = (
    "PYTHONUTF8", "PYTHONCOERCECLOCALE", "PYTHONHASHSEED", "LC_ALL", "LANG", "GITHUB_ACTIONS",
    "PY_COLORS",
)  # fmt: skip
"""Variables that are read when Python starts, or when Typer is imported."""
_IN_THE_FOREGROUND = (
    "import fcntl, runpy, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "runpy.run_module('certeval', run_name='__main__', alter_sys=True)"
)


class Ran(NamedTuple):
    """What a run of the program left behind."""

    code: int
    out: str
    err: str


class Processes:
    """Starts runs of the program; one after the other."""

    def __init__(self) -> None:
        """Start the server."""
        self._env = dict(os.environ)
        self._socket, theirs = socket.socketpair()
        self._socket.settimeout(LONGEST)
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.processes", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            cwd=Path(__file__).parent.parent,
        )
        theirs.close()

    def close(self) -> None:
        """End the server."""
        self._socket.close()
        self._server.wait(LONGEST)

    def start(
        self,
        arguments: Sequence[object],
        folder: Path,
        streams: tuple[int, int, int],
        env: dict[str, str] | None = None,
        *,
        in_the_foreground: bool = False,
    ) -> Callable[[], int]:
        """Start a run on *streams*, file descriptors; what is returned waits for its exit code.

        *in_the_foreground* makes its input the terminal whose keys can interrupt it.
        """
        named = [str(argument) for argument in arguments]
        new = {**os.environ, **(env or {})}
        changed = {name for name in new | self._env if new.get(name) != self._env.get(name)}
        if changed.intersection(_STARTED_ANEW):
            program = ["-c", _IN_THE_FOREGROUND] if in_the_foreground else ["-m", "certeval"]
            stdin, stdout, stderr = streams
            started = subprocess.Popen(
                [sys.executable, *program, *named], stdin=stdin, stdout=stdout, stderr=stderr,
                cwd=folder, env=new, start_new_session=in_the_foreground,
            )  # fmt: skip
            return lambda: started.wait(LONGEST)
        request = json.dumps([named, str(folder), new, in_the_foreground]).encode()
        head = len(request).to_bytes(4, "big")
        socket.send_fds(self._socket, [head], list(streams))
        self._socket.sendall(request)
        return lambda: self._socket.recv(1)[0]

    def run(
        self,
        *arguments: object,
        folder: Path,
        env: dict[str, str] | None = None,
        stdin: bytes = b"",
    ) -> Ran:
        """Run the program with pipes for its streams."""
        (input_, typed), (read_out, out), (read_err, err) = os.pipe(), os.pipe(), os.pipe()
        wait = self.start(arguments, folder, (input_, out, err), env)
        for end in (input_, out, err):
            os.close(end)
        read: dict[int, bytes] = {}
        threads = [
            threading.Thread(target=_write, args=(typed, stdin)),
            threading.Thread(target=_read, args=(read_out, read)),
            threading.Thread(target=_read, args=(read_err, read)),
        ]
        for thread in threads:
            thread.start()
        code = wait()
        for thread in threads:
            thread.join(LONGEST)
        texts = (read[end].decode(errors="replace") for end in (read_out, read_err))
        return Ran(code, *texts)


def _write(end: int, content: bytes) -> None:
    with os.fdopen(end, "wb") as pipe:
        try:
            pipe.write(content)
            pipe.flush()
        except BrokenPipeError:
            pipe.detach()  # type: ignore[attr-defined]


def _read(end: int, found: dict[int, bytes]) -> None:
    with os.fdopen(end, "rb") as pipe:
        found[end] = pipe.read()


def serve(connection: socket.socket) -> None:
    """Fork for each request, until the other side has closed."""
    while True:
        head, streams, *_ = socket.recv_fds(connection, 4, 3)
        if not head:
            return
        size = int.from_bytes(head, "big")
        request = b""
        while len(request) < size:
            request += connection.recv(size - len(request))
        child = os.fork()
        if child == 0:
            connection.close()
            _become(streams, *json.loads(request))
        for stream in streams:
            os.close(stream)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        connection.sendall(bytes([code % 256]))


def _become(
    streams: Sequence[int], arguments: list[str], folder: str, env: dict[str, str], front: bool
) -> None:
    """Run the program as if this process had been started for it."""
    import fcntl
    import termios

    os.setsid()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    if front:
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(env)
    sys.argv[1:] = arguments
    encoding, _, errors = env.get("PYTHONIOENCODING", "").partition(":")
    encoding = encoding or "utf-8"
    sys.stdin = os.fdopen(0, encoding=encoding, errors=errors or "strict", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding=encoding, errors=errors or "strict", closefd=False)
    sys.stderr = os.fdopen(2, "w", 1, encoding, "backslashreplace", closefd=False)
    sys.__stdin__, sys.__stdout__, sys.__stderr__ = sys.stdin, sys.stdout, sys.stderr
    from certeval.__main__ import main

    code = 1
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _load() -> None:
    """Load what most runs need, as a run of each kind of command does."""
    from contextlib import redirect_stdout
    from io import BytesIO, TextIOWrapper

    from certeval.cli.run import run

    with redirect_stdout(TextIOWrapper(BytesIO(), "utf-8")):
        for line in ("score ibm-ml", "fit ibm-ml -f json", "rank --all -f csv", "--help"):
            run(line.split())


if __name__ == "__main__":
    _load()
    serve(socket.socket(fileno=int(sys.argv[1])))
