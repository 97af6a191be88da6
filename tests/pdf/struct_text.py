#!/usr/bin/python3
"""Print the text of a tagged PDF in structure-tree order: a line per block, or a word per line."""
import argparse
import sys

from document import Document
from reading import blocks


def leaves_out(types: str):
    """TYPES are structure types, as written or as the role map has them; LI/Lbl is a Lbl in a LI. The terms of a list that is
    not numbered (ListNumbering None, ISO 32000-1, 14.8.5.5) are words like others and stay."""
    wanted = {one for one in types.split(",") if one}

    def leave_out(element) -> bool:
        names = {element.type, element.standard}
        if "Lbl" in names and element.parent_type == "LI" and element.parent.parent is not None:
            if element.parent.parent.attribute("List", "/ListNumbering", "/None") == "/None":
                return False
        return bool(wanted & (names | {f"{element.parent_type}/{name}" for name in names}))
    return leave_out


def words(path: str, skip: str = "") -> list[str]:
    return [word for block in blocks(Document(path), leaves_out(skip)) for word in block.text.split()]


def words_inside(path: str, types: str, skip: str = "") -> list[str]:
    """The words of the elements of some types only, such as notes."""
    inside, leave_out, document = leaves_out(types), leaves_out(skip), Document(path)
    found = []
    for block in blocks(document, leave_out):
        element = block.element
        while element is not None and not inside(element):
            element = element.parent
        found += block.text.split() if element is not None else []
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", metavar="FILE.pdf")
    parser.add_argument("--words", action="store_true", help="one word per line")
    parser.add_argument("--types", action="store_true", help="the path of each block before its text")
    parser.add_argument("--skip", default="", metavar="TYPE,…",
                        help="leave out elements of these types, such as TOC or LI/Lbl")
    options = parser.parse_args()
    if options.words:
        print("\n".join(words(options.file, options.skip)))
        return 0
    for block in blocks(Document(options.file), leaves_out(options.skip)):
        print(f"{block.element.path}: {block.text}" if options.types else block.text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
