"""Files for Word, opened by LibreOffice where the machine has it: how many sheets each takes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from handouts.paper import sheets

if TYPE_CHECKING:
    from collections.abc import Sequence

_SECONDS = 600  # a hang guard: thirty files take some fifteen


def opened(files: Sequence[Path]) -> dict[str, int]:
    """Name of each file -> its sheets; {} without LibreOffice.

    Raises ValueError when it does not open one of them, subprocess.TimeoutExpired when it hangs.
    """
    office = shutil.which("soffice")
    if not office:
        return {}
    with TemporaryDirectory() as name:
        profile = f"-env:UserInstallation=file://{name}/profile"  # none of the person's own
        to_pdf = ["--headless", "--convert-to", "pdf", "--outdir", name]
        ran = subprocess.run(
            [office, profile, *to_pdf, *files],
            check=False,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
        )
        made = {file.name: Path(name, f"{file.stem}.pdf") for file in files}
        if lost := [file for file, pdf in made.items() if not pdf.is_file()]:
            raise ValueError(f"LibreOffice does not open {', '.join(lost)}: {ran.stderr[:300]}")
        return {file: sheets(pdf) for file, pdf in made.items()}
