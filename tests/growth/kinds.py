"""The kinds of input that grow: for each a command, how many there are of it at first, and the files that hold `n` of it.

A kind is a function of n that gives {path below the content folder: text}; the rest is a small sound report with a plan
(tests/golden/check/base). It is named for what it has many of.
"""
import math
import pathlib

KINDS = {}
# A square or worse, up to a limit that is told: not by how much they grow, but how far.
BOUNDED = {"template-multiplied", "abbreviations", "abbreviations-two-words", "abbreviations-in-text"}
REPORT = "demo-2025"
CHAPTER = f"{REPORT}/introduction.md"
START = "# Inleiding\n\n"
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def kind(command, first, name=None):
    def keep(make):
        KINDS[name or make.__name__.replace("_", "-")] = (command, first, make)
        return make
    return keep


def text(name, first, make, command="build"):
    """A kind that is the text of a chapter."""
    kind(command, first, name)(lambda n: {CHAPTER: START + make(n) + "\n"})


def style(name, first, make, command="build"):
    """A kind that is a house's style sheet."""
    kind(command, first, name)(lambda n: {"house/styles/house.css": make(n) + "\n"})


def drawing(name, first, make):
    """A kind that is a drawing in the text."""
    figure = "> [!FIGURE] Een tekening {#x}\n> ![Een tekening van vormen](images/x.svg)\n"
    kind("build", first, name)(lambda n: {
        CHAPTER: START + figure,
        f"{REPORT}/images/x.svg": f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" viewBox="0 0 90 90">{make(n)}</svg>'})


def word(i):
    """Words that differ, of letters only."""
    letters = ""
    while True:
        letters += LETTERS[i % 26]
        i //= 26
        if not i:
            return "w" + letters


def words(n):
    return " ".join(word(i % 500) for i in range(n))


def many(piece, between=""):
    """`piece` n times: {i} is its number, {w} a word of its own."""
    return lambda n: between.join(piece.replace("{i}", str(i)).replace("{w}", word(i)) for i in range(n))


# ---- texts ----

text("paragraphs", 500, many("De inspectie sprak met alle ouders van het gezin.", "\n\n"))
text("paragraph-long", 5000, words)
text("line-breaks", 2000, many("regel {i}\\\n"))
text("headings", 250, many("## Kop {w}\n\nTekst.\n\n"))
text("headings-same", 250, many("## Kop\n\nTekst.\n\n"))
text("headings-two-names", 250, many("## Kop\n\nTekst.\n\n### Onder\n\nTekst.\n\n"))
text("list-long", 500, many("- punt {i} van de lijst\n"))
text("list-loose", 500, many("- punt {i} van de lijst\n\n"))
text("list-numbered", 500, many("1. punt {i} van de lijst\n"))
text("lists-nested", 100, many("- een\n    - twee\n        - drie\n            - vier\n\nTekst.\n\n"))
text("quotes", 200, many("> [!QUOTE] Ouder\n> “Zij kwam terug.”\n\n"))
text("boxes", 200, many("> [!CASE] Een gesprek {i}\n> Zij schrijven samen op wat er goed ging.\n\n"))
text("definitions", 300, many("Term {w}\n: wat het betekent\n\n"))
text("notes", 150, many("Tekst.[^{i}]\n\n[^{i}]: Een noot van enkele woorden.\n\n"))
text("notes-behind", 150, lambda n: many("Tekst.[^{i}]\n\n")(n) + many("[^{i}]: Een noot van enkele woorden.\n\n")(n))
text("notes-calls-to-one", 250, lambda n: "Tekst[^a] " * n + "\n\n[^a]: De noot.")
text("notes-in-one-line", 100, lambda n: many("woord[^{i}] ")(n) + "\n\n" + many("[^{i}]: Een noot.\n\n")(n))
text("notes-long", 100, lambda n: "Tekst.[^a]\n\n[^a]: " + words(30 * n))
text("table-long", 150, lambda n: "> [!TABLE] Dossiers\n> | Soort | Aantal |\n> | --- | --: |\n" + many("> | soort {i} | {i} |\n")(n))
text("table-cells-high", 500, lambda n: "> [!TABLE] Dossiers\n> | Soort | Aantal |\n> | --- | --- |\n> | " + words(n) + " | b |\n")
text("tables", 60, many("> [!TABLE] Dossiers {i}\n> | Soort | Aantal |\n> | --- | --: |\n> | a | {i} |\n\n"))
text("tables-wide", 12, many("> [!TABLE] Maanden {i}\n> | Soort" + " | kolom" * 11 + " |\n> |" + " --- |" * 12 + "\n> |" + " 12345 |" * 12 + "\n\n"))
text("table-head-rows", 100, lambda n: "> [!TABLE] Dossiers\n> | Soort | Aantal |\n> | --- | --: |\n" + many("> | a | {i} |\n> | Kop | {i} |\n> | === | === |\n> | b | {i} |\n")(n))
text("table-spans-down", 100, lambda n: "> [!TABLE] Dossiers\n> | Soort | Aantal |\n> | --- | --: |\n> | a | 1 |\n" + many("> | ^ | {i} |\n")(n))
text("table-notes", 60, lambda n: "> [!TABLE] Dossiers\n> | Soort | Aantal |\n> | --- | --- |\n" + many("> | soort {i} | b[^{i}] |\n")(n) + "\n" + many("[^{i}]: Een noot.\n\n")(n))
text("rules", 200, many("Tekst\n\n---\n\n"))
text("code-lines", 300, lambda n: "```\n" + many("regel {i}\n")(n) + "```\n")
text("links", 300, many("Zie [de pagina](https://example.nl/{i}) van nu. "))
text("links-bare", 300, many("Zie https://example.nl/{i} van nu. "))
text("references", 300, many("Zie [](norm:1.1) van nu. "))
text("references-in-paragraphs", 300, many("Zie [](norm:1.1) van nu.", "\n\n"))
text("emphasis", 500, many("**vet** en *schuin* "))
text("struck", 500, many("~~weg~~ en "))
text("languages", 300, many("[hello](lang:en) en "))
text("word-of-one-letter", 1000, lambda n: "x" * (10 * n))
text("word-that-hyphenates", 200, lambda n: "gezinsvoogdijwerker" * n)
text("soft-hyphens", 1000, lambda n: "ge\u00adzin" * n)
text("soft-hyphens-words", 1000, lambda n: "ge\u00adzin " * n)
text("no-break-spaces", 1000, lambda n: "gezin\u00a0" * n)
text("hyphens-hard", 1000, lambda n: "gezin-" * n)
text("slashes", 1000, lambda n: "gezin/" * n)
text("accents", 500, lambda n: "e\u0301" * n)
text("accents-on-one-letter", 1000, lambda n: "e" + "\u0301" * n)
text("joiners", 1000, lambda n: "a\u200d" * n)
text("scripts", 100, lambda n: "aжαעあ𐍈\u0e01ա" * n)
text("direction-marks", 500, lambda n: "\u202eab\u202c " * n)
text("direction-isolates", 500, lambda n: "\u2067ab\u2069 " * n)
text("direction-isolates-open", 500, lambda n: "\u2067ab " * n)
text("hebrew", 500, lambda n: "\u05d0\u05d1\u05d2 " * n)
text("hebrew-and-numbers", 500, lambda n: "\u05d0 12 (ab) " * n)
text("brackets-in-hebrew", 500, lambda n: "\u05d0(" * n)
text("numbers", 500, many("In {i} van de {i} dossiers "))
text("tabs", 1000, lambda n: "a\t" * n)
text("entities", 1000, lambda n: "&amp;" * n)
text("capitals", 500, many("AB{w} "))
text("charts", 12, many("> [!CHART] Grafiek {i}\n> | Soort | Aantal |\n> | --- | --: |\n> | a | {i} |\n> | b | 3 |\n\n"))
text("chart-bars", 20, lambda n: "> [!CHART] Grafiek\n> | Soort | Aantal |\n> | --- | --: |\n" + many("> | soort {i} | {i} |\n")(n))
text("chart-series", 20, lambda n: "> [!CHART] Grafiek {.stacked}\n> | Soort |" + many(" s{i} |")(n) + "\n> | --- |" + " --: |" * n + "\n" + many(f"> | rij {{i}} |{' 1 |' * n}\n")(5))
text("chart-points", 20, lambda n: "> [!CHART] Grafiek {.line}\n> | Maand | Aantal |\n> | --- | --: |\n" + many("> | m{i} | {i} |\n")(n))
text("cycle", 5, lambda n: "> [!CYCLE] Kring\n" + many("> 1. Stap {i}\n")(n))
text("cycles", 20, many("> [!CYCLE] Kring {i}\n> 1. Een\n> 2. Twee\n> 3. Drie\n\n"))
text("norm-blocks", 100, many("> [!NORM] Onderdeel {i}\n> Tijdig.\n\n"))
text("block-sections", 100, many("## Kop {w}\n\n> [!CONCLUSION] Wat volgt\n> Het is goed.\n\n"))
text("attributes", 200, many("> [!CASE] Geval {#g{i}}\n> Tekst.\n\n"))
text("table-ids", 100, many("> [!TABLE] Dossiers {i} {#t{i}}\n> | Soort |\n> | --- |\n> | a |\n\nZie [](table:t{i}).\n\n"))
text("comments", 500, many("<!-- x -->\n\ntekst\n\n"))
text("sources-block", 200, lambda n: "[](source:a) " * n, "check")


@kind("build", 3)
def images(n):
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><path d="M0 0H9V9Z"/></svg>'
    figures = many("> [!FIGURE] Tekening {i}\n> ![Vorm {i}](images/x{i}.svg)\n\n")(20 * n)
    return {CHAPTER: START + figures} | {f"{REPORT}/images/x{i}.svg": svg for i in range(20 * n)}


text("image-again", 60, many("> [!FIGURE] Tekening {i}\n> ![Vorm](images/x.svg)\n\n"))
KINDS["image-again"] = ("build", 60, lambda n, make=KINDS["image-again"][2]: make(n) | {
    f"{REPORT}/images/x.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><path d="M0 0H9V9Z"/></svg>'})


# ---- mistakes ----

for name, piece in {
        "references-dead": "Zie [](norm:9.9) en ",
        "references-dead-ids": "Zie [](section:{w}) en ",
        "references-dead-report": "Zie [](report:er-is-niets#{w}) en ",
        "references-dead-place": "Zie [](report:demo-2025#{w}) en ",
        "references-unknown": "Zie [](soort:{w}) en ",
        "links-refused": "Zie [x](javascript:a{i}) en ",
        "images-missing": "![x](images/nergens{i}.png) ",
        "blocks-unknown": "> [!{w}] x\n> y\n\n",
        "blocks-empty": "> [!QUOTE] x\n\ntekst\n\n",
        "blocks-variant": "> [!QUOTE] x {.{w}}\n> y\n\n",
        "blocks-attributes": "> [!CASE] x {zo={w}}\n> y\n\n",
        "ids-twice": "> [!CASE] x {#zo}\n> y\n\n",
        "notes-dead": "Tekst[^n{i}] ",
        "notes-uncalled": "Tekst.\n\n[^n{i}]: noot\n\n",
        "notes-twice": "Tekst[^a].\n\n[^a]: noot\n\n",
        "html": "<b>{i}</b> ",
        "html-blocks": "<div>{i}</div>\n\n",
        "personal-data": "Bel 06-{i}2345678 of a{i}@gezin.nl over 123456782. ",
        "dates-wrong": "Op 31 februari 2025 en maandag 4 maart 2025. ",
        "counts-wrong": "In 12 van de 10 dossiers. ",
        "percentages-wrong": "In 9 van de 10 dossiers (12%). ",
        "abbreviations-unknown": "De AB{i}C deed het. ",
        "headings-skipped": "## Kop\n\n##### Kop {i}\n\n",
        "headings-without-space": "##Kop {i}\n\n",
        "definitions-swallowed": "[w{i}]: tekst\n\n",
        "words-twice": "de de ",
        "placeholders": "[naam] TODO ",
        "glyphs-missing": "\U000f0000{i} ",
        "control-characters": "a\u0001 ",
        "noncharacters": "a\ufdd0 ",
        "marks-left": "**a {i}\n\n",
        "rows-long": "| a | b |\n| --- | --- |\n| a | b | c |\n\n",
        "charts-wrong": "> [!CHART] x\n> | a | b |\n> | --- | --- |\n> | a | b{i} |\n\n",
        "surveys-wrong": "> [!SURVEY] q{i}\n\n",
        "quoted-wrong": "> [!QUOTED] report:demo-2025#norm-1.1\n> de {w}\n\n",
        "tables-without-title": "> [!TABLE]\n> | a |\n> | --- |\n> | a |\n\n",
        "links-empty": "[]({i}) ",
}.items():
    text("mistakes-" + name, 600, many(piece), "check")


# ---- Markdown that is slow in the library: counted whole, with the library's own work ----

for name, (first, make) in {
        "image-brackets": (300, many("![[]()")),
        "link-angle": (300, many("[a](<b")),
        "link-open": (300, many("[a](b")),
        "link-title-open": (300, many("[a](b \"")),
        "brackets": (500, many("[")),
        "brackets-closed": (500, many("]")),
        "brackets-nested": (300, lambda n: "[" * n + "a" + "]" * n),
        "brackets-pairs": (300, many("[a] ")),
        "brackets-links": (300, many("[a][b] ")),
        "brackets-images": (300, many("![a] ")),
        "brackets-emphasis": (300, many("[a_")),
        "emphasis-open": (300, many("*a ")),
        "emphasis-close": (300, many("a* ")),
        "emphasis-mixed": (300, many("**x [a*b**c*](d) ")),
        "emphasis-links": (300, many("*a_ ")),
        "emphasis-nested": (150, lambda n: "*a **a " * n + "b" + " a** a*" * n),
        "emphasis-runs": (100, many("_ * ")),
        "emphasis-long": (300, lambda n: "a" + "**" * n + "b" + "*" * n),
        "emphasis-rule-of-three": (300, many("a**b" + "c* ")),
        "struck-runs": (300, many("~a ~~b ")),
        "backticks": (1000, lambda n: "".join("e" + "`" * i for i in range(1, math.isqrt(n)))),
        "backticks-even": (300, many("`a ``b ")),
        "comments-open": (300, many("<!--")),
        "instructions-open": (300, many("<?")),
        "declarations-open": (300, many("<!A ")),
        "cdata-open": (300, many("<![CDATA[")),
        "tags-open": (300, many("<a b=\"")),
        "tags-long": (300, lambda n: "<a" + " b" * n),
        "angle-brackets": (300, many("<")),
        "autolinks-open": (300, many("<a:")),
        "autolinks-mail": (300, many("a@")),
        "autolinks-mail-dots": (300, many("a.")),
        "autolinks-www": (300, many("www.")),
        "autolinks-http": (300, many("http://")),
        "autolinks-brackets": (300, lambda n: "http://a.nl/" + "(" * n),
        "autolinks-entities": (300, lambda n: "http://a.nl/" + "&a;" * n),
        "entities-open": (300, many("&")),
        "backslashes": (300, many("\\")),
        "quotes-deep": (100, lambda n: "> " * n + "a"),
        "quotes-deep-lines": (60, lambda n: ("> " * 30 + "a\n") * n),
        "quotes-then-lines": (100, lambda n: "> " * 20 + "a\n" + "b\n" * n),
        "lists-deep": (100, lambda n: "- " * n + "a"),
        "lists-deep-lines": (1000, lambda n: "".join("  " * i + "- a\n" for i in range(math.isqrt(n)))),
        "lists-many-marks": (100, many("- a\n\n* b\n\n")),
        "lists-empty-lines": (100, lambda n: "- a\n" + "\n" * n + "- b"),
        "lists-blank-deep": (100, lambda n: "- " * 20 + "a\n" + "\n" * n + "b"),
        "headings-underlined": (100, many("a\n===\n")),
        "hashes": (300, many("# ")),
        "hashes-behind": (300, lambda n: "# a" + " #" * n),
        "rules-almost": (300, lambda n: "* " * n + "a"),
        "fences-open": (100, many("```\na\n```\n")),
        "tildes": (300, lambda n: "~" * n),
        "tabs-long": (300, lambda n: "a" + "\t" * n + "b"),
        "spaces-long": (300, lambda n: "a" + " " * n + "b"),
        "lines-blank": (300, lambda n: "\n" * n),
        "lines-of-spaces": (100, lambda n: "   \n" * n),
        "line-long": (300, lambda n: "a" * (20 * n)),
        "breaks": (300, many("a  \n")),
        "tables-rows": (60, lambda n: "| a | b |\n| - | - |\n" + "| a | b |\n" * n),
        "tables-narrow-rows": (60, lambda n: "|" + " a |" * 20 + "\n|" + " - |" * 20 + "\n" + "| a |\n" * n),
        "tables-almost": (800, many("| a | b |\n| - |\n")),
        "tables-many": (30, many("| a | b |\n| - | - |\n\n")),
        "tables-in-paragraph": (100, lambda n: "a\n" * n + "| a |\n| - |\n| b |"),
        "tables-lines-above": (100, lambda n: "a | b\n" * n + "- | - | -"),
        "tables-escaped-bars": (100, lambda n: "| a" + "\\|" * n + " |\n| - |\n"),
        "references": (100, many("[a{i}]: b\n\n[a{i}]\n\n")),
        "references-same": (100, many("[a]: b\n")),
        "references-long": (100, lambda n: "[" + "a" * n + "]: b\n\n" + "[" + "a" * n + "]"),
        "references-large": (1000, lambda n: "[a]: /" + "b" * math.isqrt(n) + "\n\n" + "[a]" * math.isqrt(n)),
        "references-open": (100, many("[a\n")),
        "footnotes": (60, many("[^{i}]\n\n[^{i}]: a\n\n")),
        "footnotes-calls": (100, lambda n: "[^a] " * n + "\n\n[^a]: b"),
        "footnotes-uncalled": (60, many("[^{i}]: a\n\n")),
        "footnotes-same": (60, many("[^a]: a\n\n")),
        "footnotes-nested": (60, many("[^{i}]: [^{i}]\n")),
        "footnotes-open": (100, many("[^a")),
        "html-blocks": (60, many("<div>\n\n")),
        "html-lines": (100, lambda n: "<div>\n" + "a\n" * n),
        "html-closing": (100, many("</a")),
        "definitions": (100, many("Term\n: a\n\n")),
        "definitions-lines": (100, lambda n: "Term\n" + ": a\n" * n),
        "markers": (60, many("> [!CASE] a {#b}\n> c\n\n")),
        "carriage-returns": (100, many("a\r\n")),
        "nothing-but-marks": (100, many("*_~`[]()<>!")),
}.items():
    kind("markdown", first, "library-" + name)(lambda n, make=make: {"a.md": make(n) + "\n"})


# ---- YAML ----

def yaml(name, path, first, make, command="check"):
    kind(command, first, name)(lambda n: {path: make(n)})


def base(path):
    return (pathlib.Path(__file__).resolve().parent.parent / "golden/check/base" / path).read_text()


yaml("yaml-keys-unknown", f"{REPORT}/report.yaml", 200, lambda n: base(f"{REPORT}/report.yaml") + many("sleutel{i}: x\n")(n))
yaml("yaml-keys-twice", f"{REPORT}/report.yaml", 200, lambda n: base(f"{REPORT}/report.yaml") + many("title: x\n")(n))
yaml("yaml-lines-wrong", f"{REPORT}/report.yaml", 200, lambda n: base(f"{REPORT}/report.yaml") + many("\tx: x\n")(n))
yaml("yaml-comments", f"{REPORT}/report.yaml", 500, lambda n: base(f"{REPORT}/report.yaml") + many("# {i}\n")(n))
yaml("yaml-text-long", f"{REPORT}/report.yaml", 500, lambda n: base(f"{REPORT}/report.yaml") + "subtitle: " + words(n) + "\n", "build")
yaml("yaml-text-quoted", f"{REPORT}/report.yaml", 500, lambda n: base(f"{REPORT}/report.yaml") + 'subtitle: "' + "\\u00e9 " * n + '"\n', "build")
yaml("yaml-text-block", f"{REPORT}/report.yaml", 200, lambda n: base(f"{REPORT}/report.yaml") + "reconstruction: |\n" + many("  regel {i}\n\n")(n), "build")
yaml("yaml-nested", f"{REPORT}/report.yaml", 500, lambda n: base(f"{REPORT}/report.yaml") + "sources: " + "[" * n + "]" * n + "\n")
yaml("yaml-indented", f"{REPORT}/report.yaml", 50, lambda n: base(f"{REPORT}/report.yaml") + "sources:\n" + "".join(" " * i + "- \n" for i in range(math.isqrt(50 * n))))
yaml("yaml-visits", f"{REPORT}/report.yaml", 100, lambda n: base(f"{REPORT}/report.yaml").replace("2025-03-05]", "2025-03-05" + ", 2025-03-05" * n + "]"), "build")
yaml("sources", f"{REPORT}/report.yaml", 100, lambda n: base(f"{REPORT}/report.yaml") + "sources:\n" + many("  - {title: Bron {i}, id: b{i}}\n")(n), "build")
yaml("sources-groups", f"{REPORT}/report.yaml", 100, lambda n: base(f"{REPORT}/report.yaml") + "sources:\n" + many("  - {title: Bron {i}, group: Groep {i}}\n")(n), "build")
yaml("sources-nested", f"{REPORT}/report.yaml", 60, lambda n: base(f"{REPORT}/report.yaml") + "sources:\n" + many("  - title: Bron {i}\n    items:\n      - title: Deel\n        items:\n          - title: Stuk {i}\n")(n), "build")
yaml("inspectorates", "institutions.yaml", 100, lambda n: base("institutions.yaml") + many("iv{i}: {kind: inspectorate, name: Inspectie {i}}\n")(n), "build")
yaml("institutions-parents", "institutions.yaml", 100, lambda n: base("institutions.yaml") + "i0: {kind: institution, name: X}\n" + "".join(f"i{i + 1}: {{kind: institution, name: Naam {i}, parent: i{i}}}\n" for i in range(n)))
yaml("institutions-circle", "institutions.yaml", 100, lambda n: base("institutions.yaml") + "".join(f"i{i}: {{kind: institution, name: Naam {i}, parent: i{(i + 1) % n}}}\n" for i in range(n)))
yaml("institutions-same-kvk", "institutions.yaml", 100, lambda n: base("institutions.yaml") + many("i{i}: {kind: institution, name: Naam, short: SDJ, kvk: \"41200490\"}\n")(n))
yaml("supervision", "institutions.yaml", 60, lambda n: base("institutions.yaml").replace('kvk: "41200490"\n', 'kvk: "41200490"\n  supervision:\n' + many("    - {date: 2020-01-28, step: instruction, text: Stap {i}., report: demo-2025}\n")(n)), "build")
yaml("supervision-steps", "institutions.yaml", 60, lambda n: base("institutions.yaml").replace('kvk: "41200490"\n', 'kvk: "41200490"\n  supervision:\n' + many("    - {date: 2020-01-28, step: x{i}, text: Stap., report: x}\n")(n)))
yaml("site-names", "site.yaml", 100, lambda n: base("site.yaml") + "names:\n" + many("  - Jan de {w}\n")(n))
yaml("site-allowed", "site.yaml", 100, lambda n: base("site.yaml") + "allowed:\n" + many("  - {w}@gezin.nl\n")(n))
yaml("site-checks", "site.yaml", 100, lambda n: base("site.yaml") + "checks:\n" + many("  {w}: off\n")(n))
yaml("site-address", "site.yaml", 100, lambda n: base("site.yaml") + "address:\n" + many("  - regel {i}\n")(n), "build")
yaml("judgments-unknown", f"{REPORT}/judgments.yaml", 100, lambda n: base(f"{REPORT}/judgments.yaml").replace("themes:", many('  "9.{i}": "-"\n')(n) + "themes:"))
yaml("abbreviations", "abbreviations.yaml", 100, many("AB{i}: {text: iets van {w}}\n"))
yaml("abbreviations-two-words", "abbreviations.yaml", 100, many("de {w}: {text: iets van {w}}\n"))


@kind("check", 30)
def abbreviations_in_text(n):
    capitals = [word(i).upper() for i in range(4 * n)]
    return {"abbreviations.yaml": "".join(f"{c}: {{text: iets van {c.lower()}}}\n" for c in capitals),
            CHAPTER: START + "".join(f"De {c} en nog eens de {c}.\n\n" for c in capitals)}


@kind("check", 50)
def names_in_text(n):
    return {"site.yaml": base("site.yaml") + "names:\n" + many("  - Jan de {w}\n")(n),
            CHAPTER: START + many("Hier stond Jan de {w} op.\n\n")(n)}


@kind("check", 12)
def sources_cited(n):
    return {f"{REPORT}/report.yaml": base(f"{REPORT}/report.yaml") + "sources:\n" + many("  - {title: Bron {i}, id: b{i}}\n")(4 * n),
            CHAPTER: START + many("Zie [](source:b{i}) daar.\n\n")(4 * n)}


def framework(norms):
    """One theme more, with that many norms."""
    return {"frameworks/klein.yaml": base("frameworks/klein.yaml") + '  - id: "3"\n    title: Veel\n    norms:\n' + many(
                '      - {id: "3.{i}", title: Er is {w}., label: L {w}}\n')(norms),
            f"{REPORT}/judgments.yaml": base(f"{REPORT}/judgments.yaml").replace(
                "themes:", many('  "3.{i}": "-"\n')(norms) + "themes:") + '  "3": onvoldoende\n'}


@kind("build", 30)
def norms(n):
    return framework(n) | {f"{REPORT}/findings/3.md": "Dit thema.\n\n## Oordeel\n\nHet is **onvoldoende**.\n\n" + many(
        "## 3.{i}\n\nTekst.\n\n### Tekortkomingen\n\n- Er is te weinig.\n\n")(n)}


@kind("check", 45)
def norms_without_findings(n):
    return framework(n)


@kind("build", 12)
def themes(n):
    themes = range(3, 3 + n)
    return {"frameworks/klein.yaml": base("frameworks/klein.yaml") + "".join(
                f'  - id: "{i}"\n    title: Thema {i}\n    norms:\n      - {{id: "{i}.1", title: Er is {i}., label: L {i}}}\n' for i in themes),
            f"{REPORT}/judgments.yaml": base(f"{REPORT}/judgments.yaml").replace(
                "themes:", "".join(f'  "{i}.1": "++"\n' for i in themes) + "themes:") + "".join(f'  "{i}": voldoende\n' for i in themes)
            } | {f"{REPORT}/findings/{i}.md": f"Dit thema.\n\n## Oordeel\n\nHet is **voldoende**.\n\n## {i}.1\n\nTekst.\n" for i in themes}


@kind("build", 60)
def shortcomings(n):
    return {f"{REPORT}/findings/1.md": base(f"{REPORT}/findings/1.md").replace("- Er is te weinig zicht.\n", many("- Er is te weinig zicht op {w}.\n")(n))}


@kind("build", 30)
def measures(n):
    return shortcomings(n) | {"plan-2025/measures.yaml": "measures:\n" + many(
        "  m{i}: {title: Maatregel {i}, owner: Team {i}, deadline: unknown, answers: [1.1-1]}\n")(n)}


@kind("build", 30)
def measures_answer_one_each(n):
    return shortcomings(n) | {"plan-2025/measures.yaml": "measures:\n" + "".join(
        f"  m{i}: {{title: Maatregel {i}, owner: Team {i}, deadline: unknown, answers: [1.1-{i + 1}]}}\n" for i in range(n))}


@kind("build", 12)
def measures_progress(n):
    return {"plan-2025/measures.yaml": "measures:\n  m: {title: M, owner: T, deadline: unknown, answers: [1.1-1], progress: [" + many(
        "{date: 2025-01-01, status: started, note: Stap {i}}, ")(n) + "]}\n"}


@kind("build", 12)
def survey(n):
    return {f"{REPORT}/survey.yaml": "title: V\npopulation: ouders\nn: 100\nquestions:\n" + many(
                "  q{i}:\n    text: Vraag {i}?\n    chart: bars\n    answers:\n      - {label: Ja, value: 40}\n      - {label: Nee, value: 60}\n")(n),
            CHAPTER: START + many("> [!SURVEY] q{i}\n\n")(n)}


@kind("check", 60)
def survey_unshown(n):
    return {f"{REPORT}/survey.yaml": "title: V\npopulation: ouders\nn: 100\nquestions:\n" + many(
        "  q{i}:\n    text: Vraag {i}?\n    answers:\n      - {label: Ja, value: 40}\n      - {label: Nee, value: 60}\n")(n)}


@kind("build", 20)
def survey_answers(n):
    return {f"{REPORT}/survey.yaml": "title: V\npopulation: ouders\nn: 100\nquestions:\n  q:\n    text: Vraag?\n    unit: count\n    answers:\n" + many(
                "      - {label: Antwoord {i}, value: 1}\n")(n),
            CHAPTER: START + "> [!SURVEY] q\n"}


@kind("build", 8)
def annexes(n):
    return {f"{REPORT}/annexes/{i}-bijlage.md": f"# Bijlage {i}\n\nTekst.\n" for i in range(1, 8 * n)}


@kind("check", 50)
def files_unread(n):
    return {f"{REPORT}/los-{i}.txt": "x\n" for i in range(n)}


@kind("check", 50)
def files_unread_images(n):
    return {f"{REPORT}/images/los-{i}.svg": "x\n" for i in range(n)}


# ---- several reports ----

def reports(count, change=lambda i, path, text: text, institution=lambda i: "demo"):
    files = {}
    for i in range(count):
        for path in ("report.yaml", "judgments.yaml", "introduction.md", "conclusion.md", "results.md", "findings/1.md", "findings/2.md"):
            text = base(f"{REPORT}/{path}").replace("institution: demo", f"institution: {institution(i)}")
            files[f"r{i}/{path}"] = change(i, path, text)
    return files


@kind("check", 8)
def reports_long(n):
    paragraphs = many("De inspectie sprak met **alle** ouders van het gezin.", "\n\n")(400)
    return reports(n, lambda i, path, text: text + "\n" + paragraphs if path == "conclusion.md" else text)


@kind("check", 30)
def reports_of_one_checked(n):
    return reports(n)


@kind("build", 6)
def reports_of_one(n):
    return reports(n)


@kind("html", 30)
def reports_of_one_site(n):
    return reports(n)


@kind("html", 10)
def reports_of_many(n):
    return reports(n, institution=lambda i: f"i{i}") | {
        "institutions.yaml": base("institutions.yaml") + many("i{i}: {kind: institution, name: Stichting {w}}\n")(n)}


@kind("html", 10)
def reports_of_many_with_history(n):
    return reports(n, institution=lambda i: f"i{i}") | {"institutions.yaml": base("institutions.yaml") + many(
        "i{i}: {kind: institution, name: Stichting {w}, supervision: [{date: 2020, step: instruction, text: A, report: r{i}}]}\n")(n)}


@kind("html", 10)
def reports_drafts(n):
    return reports(n, lambda i, path, text: text.replace("status: final", "status: draft"))


@kind("html", 10)
def reports_citing(n):
    return reports(n, lambda i, path, text: text + (f"\nZie [](report:r{i - 1}#norm-1.1).\n" if i and path == "conclusion.md" else ""))


@kind("html", 10)
def reports_citing_the_first(n):
    return reports(n, lambda i, path, text: text + ("\nZie [](report:r0#norm-1.1).\n" if i and path == "conclusion.md" else ""))


@kind("check", 10)
def reports_citing_in_a_circle(n):
    return reports(n, lambda i, path, text: text + (f"\nZie [](report:r{(i + 1) % n}#norm-1.1).\n" if path == "conclusion.md" else ""))


@kind("html", 8)
def plans_answering(n):
    files = {}
    for i in range(n):
        files[f"p{i}/report.yaml"] = base("plan-2025/report.yaml")
        files[f"p{i}/chapters/1-inleiding.md"] = "# Inleiding\n\nTekst.\n"
        files[f"p{i}/measures.yaml"] = "measures:\n  m: {title: M, owner: T, deadline: unknown, answers: [1.1-1]}\n"
    return files


@kind("html", 8)
def reports_in_one_history(n):
    steps = many("    - {date: 2020-01-28, step: instruction, text: Stap {i}., report: r{i}}\n")(n)
    return reports(n) | {"institutions.yaml": base("institutions.yaml").replace(
        'kvk: "41200490"\n', 'kvk: "41200490"\n  supervision:\n' + steps)}


@kind("check", 50)
def frameworks(n):
    return {f"frameworks/f{i}.yaml": base("frameworks/klein.yaml") for i in range(n)}


@kind("check", 100)
def folders_without_a_report(n):
    return {f"map{i}/x.md": "x\n" for i in range(n)}


# ---- styles and templates ----

PARAGRAPHS = START + many("De inspectie sprak met **alle** ouders.", "\n\n")(60) + "\n"


def style_on_text(name, first, make):
    kind("style", first, name)(lambda n: {"house/styles/house.css": make(n) + "\n", CHAPTER: PARAGRAPHS})


style_on_text("rules-of-classes", 200, many(".k{i} { color: #111 }\n"))
style_on_text("rules-of-one-class", 100, many("p { color: #111 }\n"))
style_on_text("rules-mistaken", 200, many("p { kleur: rood }\n"))
style_on_text("rules-of-descendants", 30, many("section section p em { color: #111 }\n"))
style_on_text("rules-of-siblings", 30, many("p ~ p ~ p { color: #111 }\n"))
style_on_text("rules-of-children", 30, many("p:nth-child({i}) { color: #111 }\n"))
style_on_text("rules-of-lists", 200, lambda n: ", ".join(f".k{i}" for i in range(n)) + " { color: #111 }\n")
style_on_text("rules-of-is", 100, lambda n: "p:is(" + ", ".join(f".k{i}" for i in range(n)) + ") { color: #111 }\n")
style_on_text("rules-selector-long", 100, lambda n: "p " * n + "{ color: #111 }\n")
style_on_text("rules-selector-compound", 100, lambda n: "p" + ".a" * n + "{ color: #111 }\n")
style_on_text("rules-not", 100, lambda n: "p" + ":not(.a)" * n + "{ color: #111 }\n")
style_on_text("rules-declarations", 200, lambda n: "p {" + "color: #111;" * n + "}\n")
style_on_text("rules-pages", 100, many("@page p{i} { margin: 1cm }\n"))
style_on_text("rules-pages-same", 100, many("@page { margin: 1cm }\n"))
style_on_text("rules-media-deep", 100, lambda n: "@media print {" * n + "}" * n)
style_on_text("rules-blocks-deep", 1000, lambda n: "p {" * n)
style_on_text("rules-brackets-deep", 1000, lambda n: "p { color: " + "(" * n + "}")
style_on_text("rules-variables", 100, lambda n: ":root {" + many("--v{i}: #111;")(n) + "}")
style_on_text("rules-variables-chained", 10, lambda n: ":root { --v0: #111;" + "".join(f"--v{i + 1}: var(--v{i});" for i in range(n)) + f"}} p {{ color: var(--v{n}) }}")
style_on_text("rules-variables-doubling", 4, lambda n: ":root { --v0: 1pt;" + "".join(f"--v{i + 1}: var(--v{i}) var(--v{i});" for i in range(2 * n)) + f"}} p {{ margin: var(--v{2 * n}) }}")
style_on_text("rules-variables-fallback", 100, lambda n: "p { color: " + "var(--a, " * n + "#111" + ")" * n + "}")
style_on_text("rules-variables-circle", 400, lambda n: ":root {" + "".join(f"--v{i}: var(--v{(i + 1) % n});" for i in range(n)) + "} p { color: var(--v0) }")
style_on_text("rules-calc-deep", 100, lambda n: "p { margin: " + "calc(1pt + " * n + "1pt" + ")" * n + "}")
style_on_text("rules-calc-long", 100, lambda n: "p { margin: calc(1pt" + " + 1pt" * n + ")}")
style_on_text("rules-number-long", 1000, lambda n: "p { margin: 1." + "1" * n + "pt }")
style_on_text("rules-string-long", 1000, lambda n: "p::before { content: '" + "a" * n + "' }")
style_on_text("rules-strings", 300, lambda n: "p.x::before { content: " + "'a' " * n + " }")
style_on_text("rules-families", 300, lambda n: "p { font-family: " + many("f{w}, ")(n) + "Lato }")
style_on_text("rules-tracks", 300, lambda n: "p { display: grid; grid-template-columns: " + "1fr " * n + "}")
style_on_text("rules-comments", 1000, lambda n: "/* x */" * n)
style_on_text("rules-comments-open", 1000, lambda n: "/* x " * n)
style_on_text("rules-escapes", 1000, lambda n: "p." + "\\61 " * n + " { color: #111 }")
style_on_text("rules-at", 200, many("@iets {i};\n"))
style_on_text("rules-columns", 60, many("td:nth-child({i}) { color: #111 }\n"))


def page_style(name, first, make):
    kind("build", first, name)(lambda n: {"house/styles/house.css": make(n) + "\n", CHAPTER: START + many(
        "De inspectie sprak met **alle** ouders.", "\n\n")(4 * n) + "\n"})


page_style("floats", 40, lambda n: "p { float: left; width: 2cm }")
page_style("floats-right", 40, lambda n: "p { float: right; width: 99% }")
page_style("strings-running", 60, lambda n: "p { string-set: chapter content() }")
page_style("page-each", 15, lambda n: "p { break-before: page }")
page_style("page-named", 8, lambda n: "p:nth-child(2n) { page: a } p:nth-child(2n+1) { page: b }")
page_style("kept-together", 60, lambda n: "p { break-after: avoid; break-inside: avoid }")
page_style("columns-of-grid", 40, lambda n: "section.chapter { display: grid; grid-template-columns: 1fr 1fr 1fr }")
page_style("generated", 60, lambda n: "p::before { content: 'x ' } p::after { content: ' y' }")
page_style("generated-counter", 60, lambda n: "p { counter-increment: a } p::before { content: counter(a) }")
page_style("justified", 60, lambda n: "p { text-align: justify; hyphens: auto }")
page_style("narrow", 20, lambda n: "p { width: 1pt }")
page_style("tall", 8, lambda n: "p { height: 30cm }")
page_style("margins-negative", 60, lambda n: "p { margin-top: -9pt }")
page_style("line-numbers", 60, lambda n: "p { line-numbers: 1 }")
page_style("notes-of-style", 30, lambda n: "p { float: footnote }")


def template(name, first, make, command="check"):
    kind(command, first, name)(lambda n: {"house/templates/blocks/colophon.mustache": make(n) + "\n"})


template("template-text", 500, many("<p>regel {i}</p>\n"))
template("template-values", 500, many("<p>{{report.title}}</p>\n"))
template("template-sections", 300, many("{{#report}}<p>a</p>{{/report}}\n"))
template("template-sections-deep", 20, lambda n: "{{#report}}" * n + "<p>a</p>" + "{{/report}}" * n)
template("template-open", 300, many("{{#report}}"))
template("template-names-unknown", 300, many("{{w{w}}}"))
template("template-partials", 100, many("{{> blocks/symbol}}\n"))
template("template-partials-unknown", 100, many("{{> {w}}}\n"))
template("template-recursion", 100, lambda n: "{{> blocks/colophon}}" * n)
template("template-blocks", 100, many("{{$b{w}}}<p>a</p>{{/b{w}}}\n"))
template("template-comments", 300, many("{{! x }}\n"))
template("template-delimiters", 3000, many("{{=<% %>=}}<%={{ }}=%>\n"))
template("template-braces", 300, many("{{"))
template("template-multiplied", 3, lambda n: "".join("{{#themes}}" for _ in range(n)) + "<p>a</p>" + "".join("{{/themes}}" for _ in range(n)))
template("markup-deep", 100, lambda n: "<div>" * n + "</div>" * n)
template("markup-wrong", 100, many("<b>"))
template("markup-attributes", 100, lambda n: "<p" + many(" data-{w}='x'")(n) + ">a</p>")
template("markup-classes", 100, lambda n: "<p class='" + many("k{i} ")(n) + "'>a</p>")
template("markup-entities", 4000, many("&#65;"))
template("markup-ids-same", 1200, many("<p id='a'>a</p>"))
template("markup-elements-unknown", 100, many("<x{w}/>"))
template("markup-tables", 60, lambda n: "<table><tr>" + "<td>a</td>" * n + "</tr></table>", "build")
template("markup-links-deep", 60, many("<p><a href='#x'><b><i>a</i></b></a></p>"))


# ---- drawings ----

drawing("drawing-shapes", 100, many('<rect x="{i}" width="1" height="1"/>'))
drawing("drawing-groups", 60, many('<g transform="translate(1 1)"><path d="M0 0H9"/></g>'))
drawing("drawing-groups-deep", 20, lambda n: "<g>" * n + '<path d="M0 0H9"/>' + "</g>" * n)
drawing("drawing-path-long", 300, lambda n: '<path d="M0 0' + "L9 9L1 1" * n + '"/>')
drawing("drawing-path-arcs", 100, lambda n: '<path d="M0 0' + "A9 9 0 0 1 1 1" * n + '"/>')
drawing("drawing-points", 300, lambda n: '<polyline fill="none" stroke="#111" points="' + "1 2 " * n + '"/>')
drawing("drawing-texts", 60, many('<text x="1" y="{i}">woord</text>'))
drawing("drawing-text-long", 100, lambda n: "<text>" + words(n) + "</text>")
drawing("drawing-text-places", 60, lambda n: "<text>" + '<tspan x="1" y="2">a</tspan>' * n + "</text>")
drawing("drawing-transforms", 100, lambda n: '<g transform="' + "translate(1 1) " * n + '"><path d="M0 0H9"/></g>')
drawing("drawing-classes", 60, lambda n: '<path d="M0 0H9" class="' + "a " * n + '"/>')
drawing("drawing-opacities", 60, lambda n: "".join(f'<rect width="1" height="1" opacity="0.{i:05}"/>' for i in range(n)))
drawing("drawing-comments", 300, lambda n: "<!-- x -->" * n)
drawing("drawing-elements-unknown", 100, many("<x{w}/>"))
