#!/usr/bin/python3
"""Prove that same_words.py accepts a site and PDF with the same words and finds each difference."""
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE / "pdf"))

import sample  # noqa: E402

INDEX = """<!DOCTYPE html><html lang="nl"><head><title>Klein rapport</title></head><body>
<nav class="contents"><ol><li><a href="een.html#deel">Een</a></li><li><a href="een.html">Een</a></li>
<li><a href="twee.html">Twee</a></li></ol></nav><main><nav class="menu">Niet vergeleken</nav></main></body></html>"""

FIRST = """<!DOCTYPE html><html lang="nl"><head><title>Een</title></head><body><nav>Begin</nav><main>
<h1>Klein rapport</h1><nav>Kruimelpad</nav>
<p>Een alinea met een afge&shy;broken <b>wo</b>ord, en een derde regel<sup><a href="#n">1</a></sup></p>
<p data-only="site">Deel deze bladzijde.</p><p hidden>Verborgen.</p>
<figure><img src="vlak.png" alt="Een rood vlak"></figure>
<p>Deze alinea begint hier en eindigt hier.</p>
<section role="doc-endnotes"><ol><li>1 Een voetnoot. <a aria-hidden="true" href="#c">terug</a></li></ol>
</section></main></body></html>"""

SECOND = """<!DOCTYPE html><html lang="nl"><head><title>Twee</title></head><body><main>
<h2>Over de lijst</h2><ul><li>eerste</li><li>tweede</li></ul>
<table><caption>Tabel 1</caption><thead><tr><th>Norm</th><th colspan="2">Oordeel</th></tr></thead>
<tbody><tr><th rowspan="2">1a</th><td>goed</td><td>ja</td></tr><tr><td>matig</td><td>nee</td></tr>
</tbody></table><p>Zie <a href="https://example.nl/">de site</a>.</p></main></body></html>"""

# name, old text, new text, whether the words are still the same
CASES = (
    ("unchanged", "", "", True),
    ("white space", "<p>Zie ", "<p>\n Zie\n ", True),
    ("word changed", "<td>goed", "<td>slecht", False),
    ("word lost", " en eindigt", " eindigt", False),
    ("word added", "<p>Zie ", "<p>Zie ook ", False),
    ("words moved", "<li>eerste</li><li>tweede</li>", "<li>tweede</li><li>eerste</li>", False),
    ("words joined", "eindigt hier", "eindigthier", False),
    ("note changed", "Een voetnoot.", "Geen voetnoot.", False),
    ("alternative changed", "Een rood vlak", "Een blauw vlak", False),
    ("drawing with texts", '<img src="vlak.png" alt="Een rood vlak">',
     '<svg role="img" aria-label="Een rood vlak"><title>Vlak</title><text>Rood <tspan>vlak</tspan></text></svg>', True),
    ("drawing that is read", '<img src="vlak.png" alt="Een rood vlak">', "<svg><text>Een ander vlak</text></svg>", False),
    ("page not listed", '<li><a href="twee.html">Twee</a></li>', "", False),
)


def is_same(directory: Path, old: str, new: str) -> bool:
    for name, page in (("index.html", INDEX), ("een.html", FIRST), ("twee.html", SECOND)):
        (directory / name).write_text(page.replace(old, new) if old else page, encoding="utf-8")
    run = subprocess.run([sys.executable, HERE / "same_words.py", directory, directory / "klein.pdf"],
                         capture_output=True, check=False)
    assert run.returncode in (0, 1) and not run.stderr, run.stderr.decode()
    return run.returncode == 0


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        directory = Path(name)
        (directory / "klein.pdf").write_bytes(sample.make())
        failures = [case for case, old, new, same in CASES if is_same(directory, old, new) != same]
    for failure in failures:
        print(f"{failure}: wrong outcome")
    print(f"{len(CASES) - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
