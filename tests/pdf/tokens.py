"""The lexical level of PDF (ISO 32000-1, 7.2 and 7.3), read from bytes and not through a library:
a library repairs and normalises, and so hides what PDF/A forbids in the file as it is written."""
import re
from typing import Iterator, NamedTuple

WHITE = rb"\x00\t\n\x0c\r "
DELIMITER = rb"()<>\[\]{}/%"

TOKEN = re.compile(
    rb"(?P<space>[" + WHITE + rb"]+)"
    rb"|(?P<comment>%[^\r\n]*)"
    rb"|(?P<mark><<|>>|[\[\]{}])"
    rb"|(?P<hex><[^>]*>)"
    rb"|(?P<literal>\((?:[^()\\]|\\.)*\))"  # without inner parentheses; others: end_of_literal
    rb"|(?P<name>/[^" + WHITE + DELIMITER + rb"]*)"
    rb"|(?P<integer>[+-]?\d+(?![^" + WHITE + DELIMITER + rb"]))"
    rb"|(?P<real>[+-]?(?:\d+\.\d*|\.\d+)(?![^" + WHITE + DELIMITER + rb"]))"
    rb"|(?P<word>[^" + WHITE + DELIMITER + rb"]+)"
    rb"|(?P<other>.)", re.DOTALL)

INLINE_IMAGE_END = re.compile(rb"[" + WHITE + rb"]EI(?![^" + WHITE + DELIMITER + rb"])")


class Token(NamedTuple):
    kind: str
    text: bytes
    start: int
    end: int


def end_of_literal(data: bytes, start: int) -> int:
    """The position after a literal string with balanced parentheses in it."""
    depth, position = 0, start
    while position < len(data):
        byte = data[position]
        if byte == 0x5C:  # a backslash takes the next byte with it
            position += 1
        elif byte == 0x28:
            depth += 1
        elif byte == 0x29:
            depth -= 1
            if depth == 0:
                return position + 1
        position += 1
    return len(data)


def next_token(data: bytes, position: int) -> Token | None:
    found = TOKEN.match(data, position)
    if not found:
        return None
    kind, end = found.lastgroup, found.end()
    if kind == "other" and data[position] == 0x28:
        kind, end = "literal", end_of_literal(data, position)
    return Token(kind, data[position:end], position, end)


def tokens(data: bytes, position: int = 0) -> Iterator[Token]:
    """All tokens but white space; a stream's or inline image's bytes are the caller's to skip."""
    while token := next_token(data, position):
        position = token.end
        if token.kind != "space":
            yield token


def content_tokens(data: bytes) -> Iterator[Token]:
    """Tokens of a content stream, without the bytes of inline images (8.9.7)."""
    position = 0
    while token := next_token(data, position):
        position = token.end
        if token.kind == "word" and token.text == b"ID":
            end = INLINE_IMAGE_END.search(data, position)
            position = end.end() if end else len(data)
        if token.kind != "space":
            yield token


ESCAPE = re.compile(rb"\\(\r\n|[0-7]{1,3}|.)", re.DOTALL)
NAMED_ESCAPE = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f",
                b"\r\n": b"", b"\n": b"", b"\r": b""}


def unescape(match: re.Match) -> bytes:
    escape = match.group(1)
    if escape[:1].isdigit():
        return bytes([int(escape, 8) & 0xFF])
    return NAMED_ESCAPE.get(escape, escape)


def string_value(token: Token) -> bytes:
    """The bytes that a literal or hexadecimal string stands for (7.3.4)."""
    if token.kind == "literal":
        return ESCAPE.sub(unescape, token.text[1:-1])
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", token.text)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def name_value(token: Token) -> bytes:
    """A name without its solidus, with #xx expanded (7.3.5)."""
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found.group(1), 16)]),
                  token.text[1:])
