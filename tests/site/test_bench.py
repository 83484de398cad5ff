"""The benchmark, which nobody runs often, still builds a site of ours that holds its corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench import measure, verify
from bench.corpus import corpus
from bench.peers import OURS

if TYPE_CHECKING:
    from pathlib import Path


def test_the_corpus_of_the_bench_makes_a_whole_site_of_ours(tmp_path: Path) -> None:
    content = corpus(20)
    OURS.write(content, tmp_path)
    measure.run(OURS.commands(tmp_path), tmp_path, OURS.env)
    assert list(verify.faults(OURS, content, tmp_path)) == []
