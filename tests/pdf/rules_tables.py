"""Tables, lists and tables of contents (ISO 14289-1, 7.2, 7.5 and 7.6)."""
from dataclasses import dataclass, field

from rules import rule
from structure import Element


def allow_kids(rule_id: str, parent: str, kids: str):
    @rule(rule_id, text=f"{parent} contains {kids} only")
    def contained(document):
        for element in document.tree.of_type(parent):
            for child in element.children:
                if child.standard not in kids.split():
                    yield child.path, f"{child.type} in {parent}"


def require_parent(rule_id: str, kid: str, parents: str):
    @rule(rule_id, text=f"{kid} stands in {parents}")
    def contained(document):
        for element in document.tree.of_type(kid):
            if element.parent_type not in parents.split():
                yield element.path, f"{kid} in {element.parent_type}"


for kids_rule, kids_parent, kids_allowed in (
        ("UA-7.2-3", "Table", "TR THead TBody TFoot Caption"), ("UA-7.2-10", "TR", "TH TD"),
        ("UA-7.2-36", "THead", "TR"), ("UA-7.2-37", "TBody", "TR"), ("UA-7.2-38", "TFoot", "TR"),
        ("UA-7.2-19", "L", "L LI Caption"), ("UA-7.2-20", "LI", "Lbl LBody"),
        ("UA-7.2-27", "TOC", "TOC TOCI Caption")):
    allow_kids(kids_rule, kids_parent, kids_allowed)

for parent_rule, parent_kid, parents_allowed in (
        ("UA-7.2-4", "TR", "Table THead TBody TFoot"), ("UA-7.2-5", "THead", "Table"),
        ("UA-7.2-6", "TBody", "Table"), ("UA-7.2-7", "TFoot", "Table"), ("UA-7.2-8", "TH", "TR"),
        ("UA-7.2-9", "TD", "TR"), ("UA-7.2-17", "LI", "L"), ("UA-7.2-18", "LBody", "LI"),
        ("UA-7.2-26", "TOCI", "TOC")):
    require_parent(parent_rule, parent_kid, parents_allowed)


def at_most_one(rule_id: str, parent: str, kid: str):
    @rule(rule_id, text=f"{parent} has at most one {kid}")
    def counted(document):
        for element in document.tree.of_type(parent):
            if element.child_types.count(kid) > 1:
                yield element.path, f"{element.child_types.count(kid)} {kid} elements"


at_most_one("UA-7.2-11", "Table", "THead")
at_most_one("UA-7.2-12", "Table", "TFoot")
at_most_one("UA-7.2-39", "Table", "Caption")


def needs_body(rule_id: str, kid: str):
    @rule(rule_id, text=f"a table with {kid} has TBody")
    def counted(document):
        for element in document.tree.of_type("Table"):
            if kid in element.child_types and "TBody" not in element.child_types:
                yield element.path, f"{kid} without TBody"


needs_body("UA-7.2-13", "TFoot")
needs_body("UA-7.2-14", "THead")


@rule("UA-7.2-16", text="a table's caption is its first or last kid")
def table_caption(document):
    for element in document.tree.of_type("Table"):
        if "Caption" in element.child_types[1:-1]:
            yield element.path, "Caption between other kids"


def caption_first(rule_id: str, parent: str):
    @rule(rule_id, text=f"the caption of {parent} is its first kid")
    def placed(document):
        for element in document.tree.of_type(parent):
            if "Caption" in element.child_types[1:]:
                yield element.path, "Caption is not the first kid"


caption_first("UA-7.2-28", "TOC")
caption_first("UA-7.2-40", "L")


@dataclass
class Grid:
    """A table's cells on its grid. The first row fixes the number of columns."""
    columns: int = 0
    cells: dict[tuple[int, int], Element] = field(default_factory=dict)
    overlaps: list[Element] = field(default_factory=list)
    too_wide: list[Element] = field(default_factory=list)  # cells beyond the last column
    too_low: list[Element] = field(default_factory=list)   # cells beyond the last row
    gaps: list[Element] = field(default_factory=list)      # rows with a column left empty


def span(cell: Element, key: str) -> int:
    value = cell.attribute("Table", key, 1)
    return max(1, value) if isinstance(value, int) else 1


def rows_of(table: Element) -> list[Element]:
    rows = []
    for child in table.children:
        if child.standard == "TR":
            rows.append(child)
        elif child.standard in ("THead", "TBody", "TFoot"):
            rows += [row for row in child.children if row.standard == "TR"]
    return rows


def grid_of(table: Element) -> Grid:
    rows, grid = rows_of(table), Grid()
    if rows:
        grid.columns = sum(span(cell, "/ColSpan") for cell in rows[0].children)
    for number, row in enumerate(rows):
        column = 0
        for cell in row.children:
            while (number, column) in grid.cells:
                column += 1
            place_cell(grid, cell, number, column, len(rows))
            column += span(cell, "/ColSpan")
    grid.gaps = [row for number, row in enumerate(rows)
                 if any((number, column) not in grid.cells for column in range(grid.columns))]
    return grid


def place_cell(grid: Grid, cell: Element, row: int, column: int, row_count: int):
    right, bottom = column + span(cell, "/ColSpan"), row + span(cell, "/RowSpan")
    if right > grid.columns:
        grid.too_wide.append(cell)
    if bottom > row_count:
        grid.too_low.append(cell)
    for y in range(row, min(bottom, row_count)):
        for x in range(column, min(right, grid.columns)):
            if (y, x) in grid.cells and cell not in grid.overlaps:
                grid.overlaps.append(cell)
            grid.cells.setdefault((y, x), cell)


def grid_rule(rule_id: str, group: str, text: str, what: str):
    @rule(rule_id, text=text)
    def regular(document):
        for table in document.tree.of_type("Table"):
            for element in getattr(grid_of(table), group):
                yield element.path, what


grid_rule("UA-7.2-15", "overlaps", "table cells do not overlap", "cell overlaps another")
grid_rule("UA-7.2-41", "too_low", "all columns of a table have as many rows",
          "cell spans more rows than there are")
grid_rule("UA-7.2-42", "gaps", "no row of a table has fewer columns than the first",
          "row has fewer columns than the first")
grid_rule("UA-7.2-43", "too_wide", "no row of a table has more columns than the first",
          "cell goes beyond the columns of the first row")


def named_headers(cell: Element) -> list[bytes]:
    return [bytes(name) for name in cell.attribute("Table", "/Headers", [])]


def scope(cell: Element) -> str:
    return str(cell.attribute("Table", "/Scope", "/"))[1:]


def has_scoped_header(grid: Grid, cell: Element) -> bool:
    """Whether a TH in the cell's columns or rows says that it is the header of it."""
    places = [place for place, one in grid.cells.items() if one is cell]
    rows, columns = {row for row, _ in places}, {column for _, column in places}
    return any(one.standard == "TH" and
               (column in columns and scope(one) in ("Column", "Both") or
                row in rows and scope(one) in ("Row", "Both"))
               for (row, column), one in grid.cells.items())


def is_data(cell: Element) -> bool:
    """A TD with content: the empty corner above row headers needs no headers of its own."""
    return cell.standard == "TD" and any(one.mcids or one.object_references for one in cell.walk())


def headerless_cells(document):
    """(cell, named headers that do not exist) for each TD whose headers cannot be known."""
    for table in document.tree.of_type("Table"):
        grid = grid_of(table)
        headers = {element.id for element in table.walk() if element.standard == "TH" and element.id}
        for cell in {id(one): one for one in grid.cells.values() if is_data(one)}.values():
            named = named_headers(cell)
            unknown = [name for name in named if name not in headers]
            connected = named and not unknown
            if not connected and not has_scoped_header(grid, cell):
                yield cell, unknown


@rule("UA-7.5-1", text="headers of every data cell are known from Headers or Scope")
def cell_headers(document):
    for cell, unknown in headerless_cells(document):
        if not unknown:
            yield cell.path, "no header with Scope in its row or column"


@rule("UA-7.5-2", text="Headers name existing header cells, or Scope makes up for it")
def unknown_headers(document):
    for cell, unknown in headerless_cells(document):
        if unknown:
            yield cell.path, f"Headers name {unknown}, which do not exist"


def cells_of(table: Element) -> list[Element]:
    return [cell for row in rows_of(table) for cell in row.children]


@rule("PDF-14.8.5.7-2", text="Headers name header cells of the same table, each once")
def headers_in_table(document):
    for table in document.tree.of_type("Table"):
        cells = cells_of(table)
        known = {cell.id for cell in cells if cell.standard == "TH" and cell.id}
        for cell in cells:
            named = named_headers(cell)
            wrong = [name for name in named if name not in known or name == cell.id]
            if wrong or len(set(named)) < len(named):
                yield cell.path, f"Headers are {named}"


@rule("PDF-14.8.5.7-3", text="RowSpan and ColSpan are whole numbers above 0")
def whole_spans(document):
    for table in document.tree.of_type("Table"):
        for cell in cells_of(table):
            for key in ("/RowSpan", "/ColSpan"):
                value = cell.attribute("Table", key, 1)
                if not isinstance(value, int) or value < 1:
                    yield cell.path, f"{key} is {value}"


@rule("PDF-14.8.4.3.4-1", text="no cell reaches from one group of rows into the next")
def spans_in_group(document):
    for table in document.tree.of_type("Table"):
        for group in table.children:
            rows = [row for row in group.children if row.standard == "TR"]
            if group.standard not in ("THead", "TBody", "TFoot"):
                continue
            for number, row in enumerate(rows):
                for cell in row.children:
                    if number + span(cell, "/RowSpan") > len(rows):
                        yield cell.path, "spans more rows than its group has left"


def is_irregular(table: Element) -> bool:
    """Rows and columns do not say which headers a cell has: it or a header spans, or headers stand in several rows."""
    rows = rows_of(table)
    heads = [row for row in rows if row.children and all(
        cell.standard == "TH" and scope(cell) != "Row" or not is_data(cell) and cell.standard == "TD" for cell in row.children)]
    spans = any(span(cell, key) > 1 for row in rows for cell in row.children for key in ("/RowSpan", "/ColSpan"))
    return spans or len(heads) > 1


@rule("PDF-14.8.5.7-4", text="where headers are not plain from rows and columns, data cells name them")
def headers_are_named(document):
    """Matterhorn protocol 15-005: a cell's header cannot be determined without doubt."""
    for table in document.tree.of_type("Table"):
        cells = cells_of(table)
        if any(cell.standard == "TH" for cell in cells) and is_irregular(table):
            for cell in cells:
                if is_data(cell) and not named_headers(cell):
                    yield cell.path, "no Headers in a table with spans or several rows of headers"


@rule("PDF-14.8.5.7-1", text="every header cell has a Scope")
def header_scope(document):
    for cell in document.tree.of_type("TH"):
        if scope(cell) not in ("Row", "Column", "Both"):
            yield cell.path, f"Scope is {scope(cell) or 'missing'}"


NUMBERINGS = frozenset("None Disc Circle Square Decimal UpperRoman LowerRoman UpperAlpha "
                       "LowerAlpha".split())


@rule("PDF-14.8.5.5-1", text="a list with labels says in ListNumbering what they are")
def list_numbering(document):
    """None is for labels that number nothing, such as the terms of a description list."""
    for element in document.tree.of_type("L"):
        numbering = str(element.attribute("List", "/ListNumbering", "/"))[1:]
        labelled = any("Lbl" in item.child_types for item in element.children)
        if numbering not in NUMBERINGS and (labelled or numbering):
            yield element.path, f"ListNumbering is {numbering or 'missing'}"


@rule("PDF-14.8.4.3.3-1", text="a list item has one body, after its label")
def list_item(document):
    for element in document.tree.of_type("LI"):
        if element.child_types not in (["Lbl", "LBody"], ["LBody"]):
            yield element.path, f"kids are {element.child_types}"


@rule("PDF-14.8.4.2-3", text="an entry of the table of contents is a link")
def contents_entry(document):
    for element in document.tree.of_type("TOCI"):
        if not any(inner.standard == "Link" for inner in element.walk()):
            yield element.path, "no Link"
