"""The judgments of a report with a framework: data against site and PDF, and both against the facts of the source."""
import re

import lxml.html
import yaml

from wording import fold

SYMBOLS = {"- -": "--", None: "unknown"}


def text_of(element):
    return fold(element.text_content()) if element is not None else ""


def first(page, path):
    found = page.xpath(path)
    return found[0] if found else None


def read_page(path):
    return lxml.html.parse(str(path)).getroot()


def code_of(entry):
    return entry if isinstance(entry, str) else entry["judgment"]


def read_data(content, report):
    read = lambda path: yaml.safe_load((content / path).read_text())
    return read("frameworks/jeugdbescherming-2025.yaml"), read(f"{report}/judgments.yaml"), read(f"{report}/report.yaml")


def labels_of(framework):
    return {step["code"]: step["label"] for step in framework["scale"]} | {"unknown": "onbekend"}


def judgments_in(page):
    """norm id -> text of its judgment in the norm's own table"""
    return {norm.get("id")[len("norm-"):]: text_of(first(norm, ".//table[contains(@class,'norm-header')]//*[contains(@class,'judgment')]"))
            for norm in page.xpath("//section[contains(concat(' ', @class, ' '), ' norm ')]")}


def compare_site(expect, site, framework, judgments):
    labels = labels_of(framework)
    verdicts = {step["code"]: step["label"] for step in framework["verdicts"]}
    summary = read_page(site / "results.html")
    rows = {cells[0]: cells[-1] for cells in ([text_of(c) for c in row] for row in summary.xpath("//table[contains(@class,'summary')]//tr"))}
    for theme in framework["themes"]:
        page = read_page(site / f"theme-{theme['id']}.html")
        shown = judgments_in(page)
        expect(list(shown) == [n["id"] for n in theme.get("norms", [])], f"theme {theme['id']} shows its norms in order")
        verdict = first(page, "//section[contains(@class,'verdict')]//*[contains(@class,'judgment')]")
        if theme.get("norms"):
            expect(text_of(verdict) == verdicts[judgments["themes"][theme["id"]]], f"verdict of theme {theme['id']}")
        overview = [text_of(c) for c in page.xpath("//table[contains(@class,'overview')]//td//*[contains(@class,'judgment')]")]
        expected = [labels[code_of(judgments["norms"][n["id"]])] for n in theme.get("norms", [])]
        expect(overview == expected, f"overview of theme {theme['id']}: {overview} for {expected}")
        for norm in theme.get("norms", []):
            label = labels[code_of(judgments["norms"][norm["id"]])]
            expect(shown.get(norm["id"]) == label, f"judgment of {norm['id']} on its page: {shown.get(norm['id'])!r}")
            expect(rows.get(norm["id"]) == label, f"judgment of {norm['id']} in the summary: {rows.get(norm['id'])!r}")


def compare_pdf(expect, blocks, framework, judgments):
    words, labels = fold(" ".join(block.text for block in blocks)), labels_of(framework)
    for theme in framework["themes"]:
        for norm in theme.get("norms", []):
            label = labels[code_of(judgments["norms"][norm["id"]])]
            expect(re.search(re.escape(f"{fold(norm['title'])} {label}") + "( .{0,300})? Waar kijken", words), f"judgment of {norm['id']} in the PDF")


def compare_norm(expect, norm, own, judgment, section):
    name = norm["id"]
    expect(fold(own["title"]) == fold(norm["title"]), f"title of {name}")
    expect(code_of(judgment) == SYMBOLS.get(norm["symbol"], norm["symbol"]), f"judgment of {name}")
    heads = [text_of(h) for h in section.xpath(".//section[contains(@class,'section')]/*[self::h2 or self::h3 or self::h4 or self::h5]")]
    expect(heads[:len(norm["subheadings"])] == [fold(head) for head in norm["subheadings"]], f"sub-headings of {name}: {heads}")
    paths = (".//li[starts-with(@id,'shortcoming-')]", ".//figure[contains(@class,'quote')]", ".//aside[contains(@class,'case')]")
    counted = [len(section.xpath(path)) for path in paths]
    expect(counted == [norm["shortcomings"], norm["quotes"], norm["cases"]], f"counts of {name}: {counted}")


def compare_source(expect, facts, site, framework, judgments, report):
    """Against the facts of the source."""
    steps = [(s["code"], s["label"]) for s in framework["scale"]]
    expect([label for _, label in steps] == [s["label"] for s in facts["scale"]], "the labels of the scale")
    for code, symbol in zip((code for code, _ in steps), (s["symbol"] for s in facts["scale"])):
        expect(symbol in (None, code) or SYMBOLS.get(symbol) == code, f"the code {code}")
    expect(report["verdict"] == facts["overall"]["oordeel_word"], "the overall verdict")
    expect([t["id"] for t in framework["themes"]] == [t["id"] for t in facts["themes"]], "the themes")
    for theme, own in zip(facts["themes"], framework["themes"]):
        page = read_page(site / f"theme-{theme['id']}.html")
        expect(judgments["themes"][theme["id"]] == (theme["oordeel_word"] or "geen oordeel"), f"verdict of theme {theme['id']}")
        expect([n["label"] for n in own.get("norms", [])] == [o["label"] for o in theme.get("overview", [])], f"labels of theme {theme['id']}")
        expect([n["id"] for n in own.get("norms", [])] == [n["id"] for n in theme["norms"]], f"norms of theme {theme['id']}")
        for norm, own_norm in zip(theme["norms"], own.get("norms", [])):
            compare_norm(expect, norm, own_norm, judgments["norms"][norm["id"]], first(page, f"//section[@id='norm-{norm['id']}']"))
