"""Content streams as a sequence of painted items, each with the marked content around it
(ISO 32000-1, 14.6) and the graphics state that the rules ask about (8.4, 9.3)."""
from dataclasses import dataclass, field, replace
from functools import cached_property

import pikepdf

OPERATORS = frozenset(
    "b B b* B* BDC BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k "
    "l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* "
    "y ' \"".split())

FILLING = frozenset("f F f* b b* B B*".split())
STROKING = frozenset("s S b b* B B*".split())
TEXT_SHOWING = frozenset(("Tj", "TJ", "'", '"'))
TEXT_POSITIONING = frozenset(("Td", "TD", "Tm", "T*"))
TEXT_OBJECT_ONLY = TEXT_SHOWING | TEXT_POSITIONING
DEVICE_SPACES = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}


Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies first and then second (8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s,
            e * p + f * r + t, e * q + f * s + u)


@dataclass(eq=False)
class Mark:
    """One level of marked content."""
    tag: str
    container: tuple       # object number of the page or form in which its MCID counts
    properties: pikepdf.Dictionary | None = None
    mcid: int | None = None
    in_text: bool = False  # begun inside a text object

    def text(self, key: str) -> str | None:
        value = self.properties.get(key) if self.properties is not None else None
        return str(value) if isinstance(value, pikepdf.String) else None


@dataclass
class Item:
    """Something painted: text, path, shading, image or form."""
    kind: str
    page: int
    marks: tuple[Mark, ...]
    font: tuple | None = None
    codes: bytes = b""
    invisible: bool = False  # text rendering mode 3
    x: float = 0.0           # origin of the text on the page
    y: float = 0.0

    @property
    def where(self) -> str:
        return f"page {self.page}"

    @property
    def mark(self) -> Mark | None:
        """The innermost mark with an MCID."""
        return next((mark for mark in reversed(self.marks) if mark.mcid is not None), None)

    @property
    def artifact(self) -> bool:
        return any(mark.tag == "Artifact" for mark in self.marks)


@dataclass
class GraphicsState:
    fill: str = "DeviceGray"
    stroke: str = "DeviceGray"
    font: tuple | None = None
    rendering_mode: int = 0
    matrix: Matrix = IDENTITY
    leading: float = 0.0


@dataclass
class Stream:
    """What is read: a page's content or a form XObject's."""
    page: int
    container: tuple
    resources: pikepdf.Dictionary | None
    marks: list[Mark] = field(default_factory=list)
    outer: int = 0           # marks that belong to the page around a form
    saved: list[GraphicsState] = field(default_factory=list)
    state: GraphicsState = field(default_factory=GraphicsState)
    in_text: bool = False
    line: Matrix = IDENTITY  # the text line matrix (9.4.2)

    def move(self, right: float, up: float):
        self.line = multiply((1.0, 0.0, 0.0, 1.0, right, up), self.line)

    def resource(self, category: str, name):
        group = self.resources.get(category) if self.resources is not None else None
        return group.get(str(name)) if group is not None else None


class ContentReader:
    """Reads the pages once. `faults` are (id, where, what), for the rules to pick from."""

    def __init__(self, pages: list[pikepdf.Dictionary]):
        self.items: list[Item] = []
        self.marks: list[tuple[int, Mark, tuple[Mark, ...]]] = []  # page, mark, marks around it
        self.faults: list[tuple[str, str, str]] = []
        self.fonts: dict[tuple, pikepdf.Dictionary] = {}
        self.spaces: dict[str, str] = {}          # device colour space -> first place used
        self.images: dict[tuple, tuple[str, pikepdf.Stream]] = {}
        self.inline_images: list[tuple[str, object]] = []
        self.forms: dict[tuple, list[tuple[str, Mark | None]]] = {}
        self.form_streams: dict[tuple, pikepdf.Stream] = {}
        self.states: dict[int, tuple[str, pikepdf.Dictionary]] = {}
        self.rendering_intents: list[tuple[str, str]] = []
        self.streams: list[tuple[str, bytes]] = []
        for number, page in enumerate(pages, 1):
            self.read_page(number, page)

    def read_page(self, number: int, page: pikepdf.Dictionary):
        contents = page.get("/Contents", [])
        parts = [contents] if isinstance(contents, pikepdf.Stream) else list(contents)
        self.streams.append((f"page {number}", b"\n".join(part.read_bytes() for part in parts)))
        self.run(Stream(number, page.objgen, page.get("/Resources")), page)

    def fault(self, rule_id: str, stream: Stream, what: str):
        self.faults.append((rule_id, f"page {stream.page}", what))

    def run(self, stream: Stream, source):
        """A library refuses what it cannot parse: that is a fault of the stream, not of the check."""
        try:
            instructions = pikepdf.parse_content_stream(source)
        except pikepdf.PdfError as error:
            self.fault("syntax", stream, f"content stream cannot be parsed: {error}")
            return
        for instruction in instructions:
            operator = str(instruction.operator)
            if operator == "INLINE IMAGE":
                self.inline_images.append((f"page {stream.page}", instruction.iimage))
                self.paint(stream, "image")
            elif operator not in OPERATORS:
                self.fault("operator", stream, f"operator {operator} is not in ISO 32000-1")
            else:
                self.perform(stream, operator, instruction.operands)
        self.end(stream)

    def perform(self, stream: Stream, operator: str, operands):
        if operator in TEXT_OBJECT_ONLY and not stream.in_text:
            self.fault("text", stream, f"{operator} outside BT … ET")
        if operator in ("BMC", "BDC"):
            self.begin_mark(stream, operands)
        elif operator == "EMC":
            self.end_mark(stream)
        elif operator in ("BT", "ET"):
            self.text_object(stream, operator == "BT")
        elif operator in TEXT_POSITIONING:
            self.move_text(stream, operator, operands)
        elif operator in TEXT_SHOWING:
            if operator in ("'", '"'):
                stream.move(0.0, -stream.state.leading)
            self.show(stream, operands[-1])
        elif operator in FILLING or operator in STROKING:
            self.paint_path(stream, operator)
        elif operator == "sh":
            self.paint(stream, "shading")
        elif operator == "Do":
            self.draw(stream, operands[0])
        else:
            self.change_state(stream, operator, operands)

    def change_state(self, stream: Stream, operator: str, operands):
        state = stream.state
        if operator == "q":
            stream.saved.append(replace(state))
            if len(stream.saved) > 28:
                self.fault("q-depth", stream, f"q nested {len(stream.saved)} deep")
        elif operator == "Q":
            if stream.saved:
                stream.state = stream.saved.pop()
            else:
                self.fault("q-balance", stream, "Q without q")
        elif operator.lower() in DEVICE_SPACES:
            self.set_space(state, operator.isupper(), DEVICE_SPACES[operator.lower()])
        elif operator.lower() == "cs":
            self.set_space(state, operator.isupper(), self.named_space(stream, operands[0]))
        elif operator == "Tf":
            self.set_font(stream, stream.resource("/Font", operands[0]), str(operands[0]))
        elif operator == "cm":
            state.matrix = multiply(tuple(float(one) for one in operands), state.matrix)
        elif operator == "TL":
            state.leading = float(operands[0])
        elif operator == "Tr":
            state.rendering_mode = int(operands[0])
        elif operator == "ri":
            self.rendering_intents.append((f"page {stream.page}", str(operands[0])))
        elif operator == "gs":
            self.set_parameters(stream, operands[0])

    def move_text(self, stream: Stream, operator: str, operands):
        numbers = [float(one) for one in operands]
        if operator == "Tm":
            stream.line = tuple(numbers)
        elif operator == "T*":
            stream.move(0.0, -stream.state.leading)
        else:
            stream.move(*numbers)
            if operator == "TD":
                stream.state.leading = -numbers[1]

    def set_space(self, state: GraphicsState, stroke: bool, space: str):
        if stroke:
            state.stroke = space
        else:
            state.fill = space

    def named_space(self, stream: Stream, name) -> str:
        space = stream.resource("/ColorSpace", name)
        if space is None:
            return str(name)[1:]
        return str(space[0] if isinstance(space, pikepdf.Array) else space)[1:]

    def set_font(self, stream: Stream, font, name: str):
        if font is None:
            self.fault("resource", stream, f"font {name} is not in the page's own Resources")
            stream.state.font = None
            return
        key = font.objgen if font.is_indirect else (stream.container, name)
        self.fonts[key] = font
        stream.state.font = key

    def set_parameters(self, stream: Stream, name):
        parameters = stream.resource("/ExtGState", name)
        if parameters is None:
            self.fault("resource", stream, f"ExtGState {name} is not in the page's own Resources")
            return
        key = hash(parameters.objgen if parameters.is_indirect else (stream.container, str(name)))
        self.states.setdefault(key, (f"page {stream.page}, ExtGState {name}", parameters))
        if "/Font" in parameters:
            self.set_font(stream, parameters.Font[0], "in ExtGState")

    def begin_mark(self, stream: Stream, operands):
        mark = Mark(str(operands[0])[1:], stream.container, in_text=stream.in_text)
        if len(operands) > 1:
            properties = operands[1]
            if isinstance(properties, pikepdf.Name):
                properties = stream.resource("/Properties", properties)
                if properties is None:
                    self.fault("resource", stream, f"property list {operands[1]} is not in Resources")
            mark.properties = properties
            if properties is not None and "/MCID" in properties:
                mark.mcid = int(properties.MCID)
        self.marks.append((stream.page, mark, tuple(stream.marks)))
        stream.marks.append(mark)

    def end_mark(self, stream: Stream):
        if len(stream.marks) <= stream.outer:
            self.fault("mark-balance", stream, "EMC without BMC or BDC")
            return
        mark = stream.marks.pop()
        if mark.in_text != stream.in_text:
            self.fault("mark-balance", stream, f"marked content {mark.tag} crosses a text object's edge")

    def text_object(self, stream: Stream, begin: bool):
        if stream.in_text == begin:
            self.fault("text", stream, "BT inside BT … ET" if begin else "ET without BT")
        if not begin and any(mark.in_text for mark in stream.marks):
            self.fault("mark-balance", stream, "marked content begun inside a text object outlives it")
            for mark in stream.marks:
                mark.in_text = False
        stream.in_text = begin
        stream.line = IDENTITY

    def paint(self, stream: Stream, kind: str, **details):
        self.items.append(Item(kind, stream.page, tuple(stream.marks), **details))

    def use_space(self, stream: Stream, space: str):
        self.spaces.setdefault(space, f"page {stream.page}")

    def paint_path(self, stream: Stream, operator: str):
        if operator in FILLING:
            self.use_space(stream, stream.state.fill)
        if operator in STROKING:
            self.use_space(stream, stream.state.stroke)
        self.paint(stream, "path")

    def show(self, stream: Stream, operand):
        parts = operand if isinstance(operand, (pikepdf.Array, list)) else [operand]
        codes = b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))
        if stream.state.font is None:
            self.fault("text", stream, "text shown without a font")
        self.use_space(stream, stream.state.fill)
        x, y = multiply(stream.line, stream.state.matrix)[4:]
        self.paint(stream, "text", font=stream.state.font, codes=codes, x=x, y=y,
                   invisible=stream.state.rendering_mode == 3)

    def draw(self, stream: Stream, name):
        xobject = stream.resource("/XObject", name)
        if xobject is None:
            self.fault("resource", stream, f"XObject {name} is not in the page's own Resources")
        elif xobject.get("/Subtype") == "/Image":
            self.images.setdefault(xobject.objgen, (f"page {stream.page}, image {name}", xobject))
            self.paint(stream, "image")
        elif xobject.get("/Subtype") == "/Form":
            self.draw_form(stream, xobject)
        else:
            self.fault("postscript", stream, f"XObject {name} is neither image nor form")

    def draw_form(self, stream: Stream, form: pikepdf.Stream):
        """The form's content is painted inside the marks around Do (8.10, 14.7.4.2)."""
        mark = next((mark for mark in reversed(stream.marks) if mark.mcid is not None), None)
        self.forms.setdefault(form.objgen, []).append((f"page {stream.page}", mark))
        if form.objgen not in self.form_streams:
            self.form_streams[form.objgen] = form
            self.streams.append((f"form XObject {form.objgen[0]}", form.read_bytes()))
        if form.objgen == stream.container:
            self.fault("syntax", stream, "form XObject draws itself")
            return
        inner = Stream(stream.page, form.objgen, form.get("/Resources"), list(stream.marks),
                       len(stream.marks), [], replace(stream.state))
        matrix = tuple(float(one) for one in form.get("/Matrix", IDENTITY))
        inner.state.matrix = multiply(matrix, stream.state.matrix)
        self.run(inner, form)

    def end(self, stream: Stream):
        if stream.saved:
            self.fault("q-balance", stream, f"{len(stream.saved)} q without Q")
        for mark in stream.marks[stream.outer:]:
            self.fault("mark-balance", stream, f"marked content {mark.tag} is not ended")
        if stream.in_text:
            self.fault("text", stream, "BT without ET")

    @cached_property
    def text_items(self) -> list[Item]:
        return [item for item in self.items if item.kind == "text"]

    @cached_property
    def marked(self) -> dict[tuple, list[Item]]:
        """The items of each marked-content sequence, by (container, MCID)."""
        found: dict[tuple, list[Item]] = {}
        for item in self.items:
            if item.mark is not None:
                found.setdefault((item.mark.container, item.mark.mcid), []).append(item)
        return found
