"""What struct_text.py must make of the sample."""
import os
import tempfile

import struct_text

EXPECTED = ("Klein rapport Een alinea met een afgebroken woord, en een derde regel1 Een rood vlak Deze "
            "alinea begint hier en eindigt hier. Over de lijst eerste tweede Tabel 1 Norm Oordeel 1a "
            "goed ja matig nee Zie de site.")
EXPECTED_NOTES = "1 Een voetnoot."


def reading_failures(sample: bytes) -> list[str]:
    with tempfile.NamedTemporaryFile(suffix=".pdf", delete=False) as file:
        file.write(sample)
    try:
        body = " ".join(struct_text.words(file.name, "TOC,Note,LI/Lbl"))
        notes = " ".join(struct_text.words_inside(file.name, "Note"))
    finally:
        os.unlink(file.name)
    pairs = ((body, EXPECTED), (notes, EXPECTED_NOTES))
    return [f"reading order: {found!r}" for found, expected in pairs if found != expected]
