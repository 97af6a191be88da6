"""The file as bytes: header, objects, streams, cross-reference table, trailer, end."""
import re
from collections import defaultdict
from dataclasses import dataclass

from tokens import Token, content_tokens, next_token, tokens

OBJECT_START = re.compile(rb"[\r\n]\d+[\x00\t\n\x0c\r ]\d+[\x00\t\n\x0c\r ]obj(?=[\r\n])")
STREAM_END = re.compile(rb"(\r\n|\n|\r)endstream(?![A-Za-z])")


@dataclass
class RawStream:
    where: str
    declared: int            # the value of Length
    length_right: bool       # an EOL and endstream follow that many bytes
    keyword_eol_right: bool  # LF or CR LF after `stream`
    end_eol_right: bool      # EOL before `endstream`


@dataclass
class RawObject:
    where: str
    spacing_right: bool


class RawFile:
    """One pass over the bytes. `resolve(number, generation)` gives the value of an indirect Length."""

    def __init__(self, data: bytes, resolve):
        self.data = data
        self.resolve = resolve
        self.objects: list[RawObject] = []
        self.streams: list[RawStream] = []
        self.xref_keywords: list[int] = []
        self.values: dict[str, list[tuple[str, Token]]] = defaultdict(list)
        self.read()

    def read(self):
        position, where, recent = 0, "header", []
        while token := next_token(self.data, position):
            position = token.end
            if token.kind in ("space", "comment"):
                continue
            if token.kind == "word":
                if token.text == b"obj" and len(recent) >= 2:
                    where = self.start_object(recent[-2], token)
                    recent = []
                elif token.text == b"endobj":
                    self.end_object(token)
                    where = "between objects"
                elif token.text == b"stream":
                    position = self.skip_stream(token, where, recent)
                elif token.text == b"xref":
                    self.xref_keywords.append(token.start)
                elif token.text == b"trailer":
                    where = "trailer"
            recent.append(token)
            self.values[token.kind].append((where, token))

    def start_object(self, number: Token, keyword: Token) -> str:
        """One white-space character between number, generation and obj; EOL before and after."""
        where = f"object {number.text.decode('latin-1')}"
        right = OBJECT_START.match(self.data, number.start - 1)
        self.objects.append(RawObject(where, bool(right) and right.end() == keyword.end))
        return where

    def end_object(self, keyword: Token):
        before, after = self.data[keyword.start - 1:keyword.start], self.data[keyword.end:keyword.end + 1]
        if before not in (b"\n", b"\r") or after not in (b"\n", b"\r", b""):
            self.objects[-1].spacing_right = False

    def skip_stream(self, keyword: Token, where: str, recent: list[Token]) -> int:
        eol = re.compile(rb"\r\n|\n").match(self.data, keyword.end)
        start = eol.end() if eol else keyword.end + 1
        length = self.stream_length(recent)
        right = STREAM_END.match(self.data, start + length)
        end = right or STREAM_END.search(self.data, start)
        keyword_end = end.end() if end else self.data.find(b"endstream", start) + len(b"endstream")
        self.streams.append(RawStream(where, length, bool(right), bool(eol), bool(end)))
        return keyword_end

    def stream_length(self, recent: list[Token]) -> int:
        for index, token in enumerate(recent):
            if token.text == b"/Length" and recent[index + 1].kind == "integer":
                number = int(recent[index + 1].text)
                if recent[index + 2].kind == "integer" and recent[index + 3].text == b"R":
                    return int(self.resolve(number, int(recent[index + 2].text)))
                return number
        return -1

    def add_content(self, where: str, data: bytes):
        """The values in a content stream, which is compressed in the file, obey the same limits."""
        for token in content_tokens(data):
            self.values[token.kind].append((where, token))

    def add_object_stream(self, where: str, data: bytes):
        for token in tokens(data):
            self.values[token.kind].append((where, token))

    def bytes_after_end(self) -> bytes | None:
        """What follows the last end-of-file marker, or None when there is no marker."""
        marker = self.data.rfind(b"%%EOF")
        return None if marker < 0 else self.data[marker + 5:]
