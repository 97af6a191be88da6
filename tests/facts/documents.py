"""What every document of the family has: outline, counts, names, dates, tables and figures, against the facts of its source."""
import re

import left_out
from judgments import read_page, text_of
from wording import fold, has, in_a_sentence, near, plain

COUNTED = {  # as the facts name it -> what it is on the site
    "tekortkomingen": "//li[starts-with(@id,'shortcoming-')]",
    "quotes": "//figure[contains(concat(' ',@class,' '),' quote ')][starts-with(normalize-space(blockquote),'“')]",  # spoken words
    "cases": "//aside[contains(concat(' ',@class,' '),' case ')]",
    "sidebars": "//aside[contains(concat(' ',@class,' '),' sidebar ')]",
    "footnotes": "//*[contains(concat(' ',@class,' '),' footnote ')]",
}
NEAR = 400  # characters between the values of one fact
BOX = re.compile("(Casus): .*")


def level_of(block):
    kind = block.element.standard
    return int(kind[1]) if re.fullmatch("H[1-6]", kind) else None


def depths(outline):
    """The outline with the depth of each heading: where the source skips a level, we do not."""
    above = []
    for level, number, title in outline:
        above = [one for one in above if one < level] + [level]
        yield len(above) + (0 if above[0] == 0 else 1), number, title


def is_titled(block, depth, number, title):
    """A heading at this depth, with the number if the source has one; or the title of a box, which heads a part that is named
    like it and has no depth of its own in the sources."""
    text, level = plain(block.text), level_of(block)
    around = block.element.parent
    boxed = around is not None and around.text("/T") is not None and plain(around.text("/T")) == text
    if level is None or boxed:
        return text == title or bool(BOX.fullmatch(block.text)) and BOX.sub(r"\1", block.text).casefold() == title
    own = re.sub(r"^(bijlage |thema |norm )?[\d.]+[ab]?[\d.]* ", "", text) if text != title else text
    numbered = not number or text.startswith(tuple(f"{word}{number.casefold()} " for word in ("", "bijlage ", "thema ", "norm "))) or number.startswith("Norm")
    same = own == title or own == "tekortkoming" and title == "tekortkomingen"
    return same and level == depth and numbered


def compare_outline(expect, report, facts, blocks):
    renamed, (moved, _) = left_out.HEADINGS.get(report, {}), left_out.MOVED.get(report, (set(), ""))
    expect(set(renamed) | moved <= {title for _, _, title in facts["outline"]}, f"{report}: headings said to differ are in the source")
    at = 0
    for depth, number, title in depths(facts["outline"]):
        ours = renamed.get(title, (title, ""))[0]
        if ours is None:
            continue
        begin = 0 if title in moved else at
        found = next((i for i in range(begin, len(blocks)) if is_titled(blocks[i], depth, number, plain(ours))), None)
        expect(found is not None, f"{report}: heading {number or ''} {title!r} at depth {depth}, after {blocks[at - 1].text[:60]!r}")
        if found is not None and title not in moved:
            at = found + 1


def compare_counts(expect, report, facts, pages):
    for name, path in COUNTED.items():
        found = sum(len(page.xpath(path)) for page in pages)
        expect(found == facts["counts"][name], f"{report}: {name}: {found} for {facts['counts'][name]}")


def compare_annexes(expect, report, facts, text):
    at = 0
    for annex in facts.get("annexes", []):
        title = re.sub(r" \(.*\)", "", annex["title"])
        found = plain(text).rfind(plain(title)) if report.startswith("verbeterplan") else plain(text).find(plain(title), at)
        expect(found >= at, f"{report}: annex {annex['n']} {title!r}, in this order")
        at = max(at, found)


def strings_in(value):
    if isinstance(value, dict):
        value = list(value.values())
    return [one for item in value for one in strings_in(item)] if isinstance(value, list) else [value] if isinstance(value, str) else []


def names_in(organisation):
    """'De Jeugd- en Gezinsbeschermers (DJGB)' is two names; what the document is, is no name."""
    for key, value in organisation.items():
        for name in strings_in(value) if key not in ("type", "subregions") else []:
            yield from (part for part in re.split(r" \(| / |; |\)$", name) if part)


def compare_names(expect, report, facts, text):
    exempt = left_out.NAMES.get(report, {})
    for name in [*names_in(facts["organisation"]), *facts["inspectorates"], *facts.get("abbreviations_defined", [])]:
        expect(has(text, name) != (name in exempt), f"{report}: the name {name!r}" + (" is said to be left out" if name in exempt else ""))


def compare_dates(expect, report, facts, text):
    for name, date in facts["dates"].items():
        for value in strings_in([date]) if not name.endswith("_note") else []:
            expect(has(text, value), f"{report}: {name} {value!r}")


def rows_of(table):
    return [[text_of(cell) for cell in row.xpath("./th|./td")] for row in table.xpath(".//tr")]


def compare_tables(expect, report, facts, pages):
    """Each row with figures of a table in the source is a row of a table of ours."""
    ours = [row for page in pages for table in page.xpath("//table") for row in rows_of(table)]
    for table in facts.get("tables", []):
        for row in table["rows"] if isinstance(table["rows"], list) and table["where"][:4] in ("2.1 ", "3.2 ") else []:
            cells = [fold(cell) for cell in row]
            expect(not any(cells) or not cells[0] or cells in ours, f"{report}: row {cells}")
        if table["where"].startswith("2.1 "):
            expect(any(fold(month) in row for row in ours for month in table["header"][-1:]), f"{report}: months of the table")


def compare_figures(expect, report, facts, text):
    for figure in facts.get("figures", []):
        for step in figure.get("steps", []):
            expect(plain(step) in text, f"{report}: step {step!r}")
    for chart in facts.get("charts", []):
        for value in strings_in(list((chart["values"] or {}).values())):
            for part in re.findall(r"[\d,]+%?", re.sub(r"unreadable.*", "", value)):
                expect(has(text, part), f"{report}: chart {chart['title']!r}: {part}")


def compare_facts(expect, report, facts, text, everything):
    for fact in facts["facts"]:
        for place, words in ("in the PDF", text), ("on the site", everything):
            missing = [value for value in fact["values"] if not has(words, value)]
            expect(not missing, f"{report}, {place}: {fact['fact']}: {missing}")
        expect(near(text, fact["values"], NEAR), f"{report}: the values of {fact['fact']!r} stand together: {fact['values']}")


def parts_of(blocks):
    """Title of each chapter or other part -> its text."""
    parts, title = {}, ""
    for block in blocks:
        if level_of(block) == 2:
            title = re.sub(r"^\d+ ", "", plain(block.text))
        parts[title] = f"{parts.get(title, '')} {plain(block.text)}"
    return parts


def compare_conclusions(expect, report, facts, blocks):
    """Without a scale the judgment on a norm is in words. The overall judgments stand in summary and conclusion."""
    parts, overall = parts_of(blocks), facts.get("overall", {})
    for theme in facts.get("themes", []) if facts["kind"] == "regiorapport" else []:
        words = re.sub(r" \(.*\)", "", theme["oordeel_word"])
        own = [text for title, text in parts.items() if plain(theme["title"]) in text and title]
        expect(own and in_a_sentence(own[-1], words), f"{report}: conclusion on {theme['id']}: {words!r}")
    for key in ("vaste_jeugdbeschermer_en_koers", "passende_hulp", "oordeel_word"):
        for title in ("samenvatting", "conclusie van de inspecties", "conclusie") if key in overall else []:
            expect(title not in parts or in_a_sentence(parts[title], overall[key]), f"{report}: {title}: {key}: {overall[key]!r}")
    for word in re.findall(r"\w{6,}", plain(overall.get("outcome", ""))):
        expect(any(word[:6] in text for text in parts.values()), f"{report}: outcome: {word!r}")


def compare_document(expect, report, facts, blocks, site):
    pages = [read_page(path) for path in sorted(site.glob("*.html"))]
    text = plain(" ".join(block.text for block in blocks))
    everything = plain(" ".join(text_of(page) for page in pages))
    compare_outline(expect, report, facts, blocks)
    compare_counts(expect, report, facts, pages)
    compare_annexes(expect, report, facts, text)
    compare_names(expect, report, facts, text)
    compare_dates(expect, report, facts, text)
    compare_tables(expect, report, facts, pages)
    compare_figures(expect, report, facts, text)
    compare_facts(expect, report, facts, text, everything)
    compare_conclusions(expect, report, facts, blocks)
