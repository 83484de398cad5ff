"""A language server spoken to as an editor does, over its standard input and output."""

from __future__ import annotations

import json
import subprocess
import time
from itertools import count
from queue import Empty, Queue
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PATIENCE = 60  # seconds: a hang guard, answers take milliseconds


class Server:
    """A server that runs for one folder; `settings` answer its questions, by section."""

    def __init__(self, command: list[str], root: Path, settings: dict[str, Any]) -> None:
        self.root, self.settings, self.numbers = root, settings, count(1)
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.said: Queue[dict[str, Any]] = Queue()
        Thread(target=self._listen, daemon=True).start()
        folders = [{"uri": root.as_uri(), "name": root.name}]
        document = {
            "hover": {"contentFormat": ["markdown"]},
            "completion": {"completionItem": {"snippetSupport": True}},
        }
        workspace = {"configuration": True, "workspaceFolders": True}
        self.ask(
            "initialize",
            processId=None,
            rootUri=root.as_uri(),
            workspaceFolders=folders,
            capabilities={"textDocument": document, "workspace": workspace},
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=settings)

    def ask(self, method: str, **params: Any) -> Any:
        """What the server answers; its own questions are answered meanwhile."""
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": params})
        answer = self._wait(lambda said: said.get("id") == number and "method" not in said)
        if "error" in answer:
            raise RuntimeError(answer["error"]["message"])
        return answer["result"]

    def tell(self, method: str, **params: Any) -> None:
        """Say something that has no answer."""
        self._send({"method": method, "params": params})

    def open(self, path: str, text: str) -> list[dict[str, Any]]:
        """Show a file with this text, whatever the disk holds; what the server underlines."""
        document = {"uri": self.uri(path), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        said = self._wait(
            lambda said: (
                said.get("method") == "textDocument/publishDiagnostics"
                and said["params"]["uri"] == self.uri(path)
            )
        )
        found: list[dict[str, Any]] = said["params"]["diagnostics"]
        return found

    def until_ready(self, path: str, text: str) -> None:
        """Wait until the server knows its settings: it then explains the first key of this text."""
        self.open(path, text)
        for _ in range(_PATIENCE * 10):
            if self.at("textDocument/hover", path, 0, 0):
                return
            time.sleep(0.1)
        raise RuntimeError("the language server finds no schema")

    def close(self, path: str) -> None:
        """The file is shown no more."""
        self.tell("textDocument/didClose", textDocument={"uri": self.uri(path)})

    def at(self, method: str, path: str, line: int, col: int) -> Any:
        """What the server says of one place of an open file (counted from 0)."""
        place = {"line": line, "character": col}
        return self.ask(method, textDocument={"uri": self.uri(path)}, position=place)

    def uri(self, path: str) -> str:
        """How the server calls a file of the folder."""
        return (self.root / path).as_uri()

    def stop(self) -> None:
        """End the server."""
        self.process.terminate()
        self.process.wait(_PATIENCE)

    def _send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _listen(self) -> None:
        assert self.process.stdout
        size = 0
        while line := self.process.stdout.readline():
            name, _, value = line.decode().strip().partition(": ")
            if name.lower() == "content-length":
                size = int(value)
            elif not name:
                self.said.put(json.loads(self.process.stdout.read(size)))

    def _wait(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        while True:
            try:
                said = self.said.get(timeout=_PATIENCE)
            except Empty:
                raise RuntimeError("the language server does not answer") from None
            if wanted(said):
                return said
            if "id" in said and "method" in said:
                self._send({"id": said["id"], "result": self._answer(said)})

    def _answer(self, question: dict[str, Any]) -> Any:
        if question["method"] != "workspace/configuration":
            return None
        return [self.settings.get(item["section"], {}) for item in question["params"]["items"]]
