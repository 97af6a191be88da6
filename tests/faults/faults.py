"""The faults that are planted, each in a copy of the examples: what is done, where, and the code that must be told there.

`where` is a text on the line that the message must name, or `=` and that whole line (the last of several); None: the file as a
whole, or any line of it.
"""
import re
import struct
import zlib

WSS = "wss-2025"
INTRO, ONE, THREE, FIVE = (f"{WSS}/{name}" for name in ("introduction.md", "findings/1a.md", "findings/3.md", "findings/5.md"))
REPORT, JUDGMENTS, SUMMARY, RESPONSE = (f"{WSS}/{name}" for name in ("report.yaml", "judgments.yaml", "summary.md", "response.md"))
PLAN = "verbeterplan-jb-noord-2025"

FAULTS = []


class Fault:
    def __init__(self, kind, code, path, where, also=()):
        self.kind, self.code, self.path, self.where = kind, code, path, where
        self.allowed = {code, *also}
        self.edits = []
        FAULTS.append(self)

    def plant(self, content):
        for edit in self.edits:
            edit(content)

    def line(self, content):
        """The number of the line that holds `where`."""
        if self.where is None:
            return None
        lines = list(enumerate((content / self.path).read_text().splitlines(), 1))
        if self.where.startswith("="):
            return max(n for n, line in lines if line == self.where[1:])
        found = [n for n, line in lines if self.where in line]
        assert len(found) == 1, f"{self.kind}: {self.where!r} is on {len(found)} lines"
        return found[0]

    def change(self, path, old, new):
        def edit(content):
            text = (content / path).read_text()
            assert text.count(old) >= 1, f"{self.kind}: no {old!r} in {path}"
            (content / path).write_text(text.replace(old, new, 1))
        self.edits.append(edit)
        return self

    def pattern(self, path, old, new):
        def edit(content):
            text, count = re.subn(old, new, (content / path).read_text(), count=1, flags=re.S | re.M)
            assert count == 1, f"{self.kind}: no {old!r} in {path}"
            (content / path).write_text(text)
        self.edits.append(edit)
        return self

    def add(self, path, text):
        self.edits.append(lambda content: (content / path).write_text((content / path).read_text().rstrip() + f"\n\n{text}\n"))
        return self

    def write(self, path, data):
        def edit(content):
            (content / path).parent.mkdir(exist_ok=True)
            (content / path).write_bytes(data if isinstance(data, bytes) else data.encode())
        self.edits.append(edit)
        return self

    def remove(self, path):
        self.edits.append(lambda content: (content / path).unlink())
        return self


def swap(kind, code, path, old, new, where=None, also=()):
    return Fault(kind, code, path, new if where is None else where, also).change(path, old, new)


def text(kind, code, words, where=None, path=INTRO, also=()):
    """A paragraph more at the end of a text."""
    return Fault(kind, code, path, where or words.splitlines()[0], also).add(path, words)


def table(kind, code, rows, where, caption="Een tabel"):
    lines = "\n".join(f"> {row}" for row in rows)
    return text(kind, code, f"> [!TABLE] {caption}\n{lines}", where)


def png(width, height):
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


# ---- judgments and data ----

swap("a judgment that the scale does not have", "unknown-code", JUDGMENTS, '"1a.1": "-"', '"1a.1": "="')
swap("a verdict that is misspelt", "unknown-code", JUDGMENTS, '"5": grotendeels voldoende', '"5": grotendeels voldoend')
Fault("a norm without a judgment", "norm-not-judged", JUDGMENTS, "norms:").pattern(JUDGMENTS, r'^  "1a\.2".*?\n', "")
swap("a judgment on a norm that is not there", "unknown-norm", JUDGMENTS, 'norms:', 'norms:\n  "9.9": "+"', '"9.9"')
Fault("a theme without a verdict", "theme-without-verdict", JUDGMENTS, "themes:").pattern(JUDGMENTS, r'^  "2": .*?\n', "")
swap("an unknown judgment without a reason", "unknown-unexplained", JUDGMENTS, '"1a.1": "-"', '"1a.1": unknown')
swap("a verdict on a theme without norms", "judged-step-misused", JUDGMENTS, '"4": geen oordeel', '"4": voldoende')
swap("a verdict far from its norms", "verdict-far", JUDGMENTS, '"1a": grotendeels onvoldoende', '"1a": voldoende').change(
    ONE, "**grotendeels onvoldoende**", "**voldoende**")
swap("a verdict box against the data", "verdict-contradicted", ONE, "**grotendeels onvoldoende**", "**voldoende**")
swap("a verdict box that names no verdict", "verdict-text", ONE, "**grotendeels onvoldoende**", "matig", "## Oordeel")
swap("a summary against the data", "verdict-elsewhere", SUMMARY, "**grotendeels onvoldoende**", "**voldoende**")
swap("a sentence on a theme against the data", "verdict-elsewhere", f"{WSS}/conclusion.md", "over het bestuur, is grotendeels voldoende",
     "over het bestuur, is onvoldoende", "over het bestuur, is onvoldoende")
Fault("a norm below the best step without shortcomings", "shortcomings-expected", ONE, "## 1a.3", ["reference-target"]).pattern(
    ONE, r"(## 1a\.3.*?)### Tekortkomingen.*\Z", r"\1")
Fault("the best step with shortcomings", "shortcomings-unexpected", ONE, None).change(JUDGMENTS, '"1a.1": "-"', '"1a.1": "++"')
swap("a heading of shortcomings misspelt", "shortcomings-expected", ONE, "### Tekortkomingen", "### Tekortkomignen")
swap("shortcomings that are no list", "shortcomings-malformed", f"{WSS}/findings/1b.md", "### Tekortkomingen\n\n- ",
     "### Tekortkomingen\n\nEen alinea. ", "Een alinea.")
swap("a heading that is no norm", "heading-unknown", ONE, "## 1a.2", "## 1a.9", also=["heading-missing"])
swap("a date that is no day", "date-impossible", REPORT, "2025-03-05", "2025-02-30")
swap("visits out of order", "dates-out-of-order", REPORT, "2025-03-04, 2025-03-05", "2025-03-05, 2025-03-04")
swap("publication before the last visit", "dates-out-of-order", REPORT, "published: unknown", "published: 2025-03-05")
swap("visits outside the inspection", "dates-disagree", REPORT, "supervision: maart 2025", "supervision: april 2025")
swap("an institution that is not there", "unknown-institution", REPORT, "institution: wss", "institution: wsss")
swap("a framework that is not there", "unknown-framework", REPORT, "framework: jeugdbescherming-2025", "framework: jeugd-2024")
swap("a plan that answers nothing", "unknown-report", f"{PLAN}/report.yaml", "answers: jb-noord-2025", "answers: jb-zuid-2025",
     also=["reference-target", "measures-unlinked"])
swap("a key that is not known", "unknown-key", REPORT, "kind: gi-report", "kind: gi-report\nondertitel: Iets", "ondertitel")
Fault("a report without a language", "missing-key", REPORT, "kind: gi-report").change(REPORT, "language: nl\n", "")
swap("a title that is misspelt", "unknown-key", f"{PLAN}/report.yaml", "title: Verbeterplan uitkomsten", "titel: Verbeterplan uitkomsten",
     "titel:")
swap("a key twice", "yaml-duplicate-key", REPORT, "status: final", "status: final\nstatus: draft", "status: draft")
swap("a tab in YAML", "yaml-tab", REPORT, "  supervision:", "\tsupervision:", "supervision:")
swap("a colon without a space", "yaml-missing-space", REPORT, "status: final", "status:final", "status:final")
swap("a source that no text cites", "source-uncited", REPORT, "sources:", "sources:\n  - {title: Een stuk, id: een-stuk}", "een-stuk")
swap("an unknown code in site.yaml", "check-unknown", "site.yaml", "language: nl", "language: nl\nchecks: {nonsens: off}", "nonsens")

# ---- a plan and a survey ----

Fault("shortcomings without a measure", "shortcoming-unanswered", f"{PLAN}/measures.yaml", None).pattern(
    f"{PLAN}/measures.yaml", r"answers: \[3\.2-2\]", "answers: [3.2-1]")
swap("a measure for a shortcoming that is not there", "unknown-shortcoming", f"{PLAN}/measures.yaml", "answers: [5.4-1, 5.4-3]",
     "answers: [5.4-1, 5.4-3, 5.4-33]")
swap("a measure in a chapter that is not there", "unknown-chapter", f"{PLAN}/measures.yaml", "    chapter: 2\n    progress:\n      - date: 2025-08",
     "    chapter: 22\n    progress:\n      - date: 2025-08", "chapter: 22")
swap("more answers than n", "survey-too-large", "jb-noord-2025/survey.yaml", "{label: Ouders, value: 64}", "{label: Ouders, value: 84}",
     also=["survey-sum"])
Fault("answers that make no whole", "survey-sum", "jb-noord-2025/survey.yaml", None).change(
    "jb-noord-2025/survey.yaml", "{label: Nee, value: 27}", "{label: Nee, value: 37}")

# ---- texts ----

Fault("a text without a title", "title-missing", f"{WSS}/conclusion.md", "## Oordeel inspecties").pattern(
    f"{WSS}/conclusion.md", r"\A# Conclusie\n\n", "")
text("a second title", "title-twice", "# Nog een titel", path=f"{WSS}/annexes/2-toezichthistorie.md", also=["section-empty", "text-empty"])
Fault("an empty file", "text-empty", SUMMARY, None).write(SUMMARY, "\n")
Fault("a gap in the annexes", "annex-name", f"{WSS}/annexes/7-extra.md", None).write(f"{WSS}/annexes/7-extra.md", "# Extra\n\nTekst.\n")
Fault("a file that nothing reads", "file-unused", f"{WSS}/sumary.md", None).write(f"{WSS}/sumary.md", "# Titel\n\nTekst.\n")
Fault("a response of two questions", "question-count", RESPONSE, "# De instelling aan het woord").pattern(RESPONSE, r"^## Wat gaan.*\Z", "")
Fault("a response over its length", "response-long", RESPONSE, "# De instelling aan het woord").change(
    "site.yaml", "language: nl", "language: nl\nresponse_words: 100")
text("a heading that skips a level", "heading-skipped", "#### Te diep\n\nTekst.", path=SUMMARY)
text("a heading without text", "heading-empty", "##\n\nTekst.", "=##", path=SUMMARY)
text("a heading in a block", "heading-nested", "> [!CASE] Titel\n> Tekst.\n>\n> ## Een kop", "> ## Een kop")
text("a heading without a space", "heading-space", "##Een kop\n\nTekst.", "##Een kop")
text("a heading without a section", "section-empty", "## Lege kop")
text("a heading that ends in a point", "heading-point", "## Een kop met een punt.\n\nTekst.", "## Een kop")
text("a heading with a number", "heading-numbered", "## 1.9 Nog een kop\n\nTekst.", "## 1.9")
text("a heading twice", "heading-same", "## Aanleiding\n\nTekst.", "=## Aanleiding")
text("a heading with an id", "mark-left", "## Een kop {#kop}\n\nTekst.", "{#kop}")
text("HTML", "raw-html", "Een <b>woord</b> in HTML.")
text("a link that is not closed", "link-broken", "Zie [](norm:3.5 voor meer.", also=["pair-open"])
text("strong text that does not end", "markdown-slip", "Dit is **vet zonder einde.")
text("a bullet from a word processor", "markdown-slip", "• een punt van een lijst.")
text("a footnote without text", "footnote-undefined", "Een noot.[^weg]")
text("a footnote that nothing calls", "footnote-unused", "[^los]: Een losse noot.")
text("half a footnote", "footnote-half", "Een halve noot[^2 staat hier.")
text("a footnote without its colon", "footnote-colon", "Een noot.[^x]\n\n[^x] De tekst van de noot.", "[^x] De tekst", also=["footnote-undefined"])
text("a block that is not known", "block-unknown", "> [!CITAAT] Ouder\n> “Tekst.”", "[!CITAAT]")
text("a marker that is not complete", "block-marker", "> [!QUOTE Ouder\n> “Tekst.”", "[!QUOTE Ouder", also=["pair-open"])
text("a block without a title", "block-content", "> [!SIDEBAR]\n> Tekst.", "=> [!SIDEBAR]")
text("a line that the block swallows", "block-continued", "> [!QUOTE] Ouder\n> “Tekst.”\nDeze regel hoort er niet bij.", "Deze regel")
text("a line that is lost", "text-swallowed", "[Ouder]: ja")
text("a paragraph that becomes a heading", "heading-underlined", "Een alinea met tekst\n---", "Een alinea met tekst", also=["section-empty"])
text("a paragraph that becomes code", "code-indented", "Tekst.\n\n    Een regel die ver staat.", "Een regel die")
text("code that does not end", "code-open", "```\nTekst.", "```")
text("a line that becomes a list", "line-listed", "De hulp die gezinnen krijgen is duur\n- en laat.", "- en laat.")
text("a number that loses its signs", "mark-in-number", "Een ruimte van 2*3*4 meter.")
text("struck text", "text-struck", "Dit is ~~oude~~ nieuwe tekst.")
text("a control character", "control-character", "Tekst&#1; met een teken.")
Fault("bytes that are no UTF-8", "file-not-utf8", SUMMARY, None).write(SUMMARY, b"# Titel\n\nTekst \xe9.\n")

# ---- tables and figures ----

text("a table without a caption", "table-caption", "| Groep | Aantal |\n| --- | ---: |\n| Ouders | 12 |", "| Groep | Aantal |")
table("a row with a cell too few", "table-broken", ["| Groep | Aantal |", "| --- | ---: |", "| Ouders op rij |"], "Ouders op rij")
table("a total that is wrong", "total-wrong", ["| Groep | Aantal |", "| --- | ---: |", "| Een | 12 |", "| Twee | 15 |", "| Totaal | 28 |"],
      "| Totaal | 28 |")
table("percentages of a column", "percentages-sum", ["| Antwoord | Deel |", "| --- | ---: |", "| Ja | 54% |", "| Soms | 19% |", "| Nee | 37% |"],
      "| Nee | 37% |")
table("a count over n", "figures-exceeded", ["| Groep | Aantal |", "| --- | ---: |", "| Ouders | 84 |", "| Kinderen | 8 |"], "| Ouders | 84 |",
      "Wie antwoordden (n = 72)")
table("a row by date out of order", "rows-out-of-order",
      ["| Datum | Wat |", "| --- | --- |", "| 3 maart 2021 | A |", "| 5 mei 2022 | B |", "| 7 mei 2020 | C |", "| 9 juni 2023 | D |"], "7 mei 2020")
FIGURE = "> [!FIGURE] Een figuur\n> ![{}](images/{})"
text("an image that is not there", "file-missing", FIGURE.format("Een lijn die stijgt", "weg.png"), "weg.png")
text("an image without a text in its place", "image-alternative", FIGURE.format("", "organisatie.svg"), "![](images")
text("an image outside a figure", "image-outside-figure", "![Een lijn die stijgt](images/organisatie.svg)")
text("a text that says nothing of the picture", "picture-text", FIGURE.format("Afbeelding 1", "organisatie.svg"), "![Afbeelding 1]")
text("an image too coarse for print", "image-coarse", FIGURE.format("Een grijs vlak", "grof.png"), "grof.png").write(
    f"{WSS}/images/grof.png", png(40, 30))
text("a figure without a caption", "block-content", "> [!FIGURE]\n> ![Een lijn](images/organisatie.svg)", "=> [!FIGURE]")

# ---- references ----

text("a reference to a norm that is not there", "reference-target", "Zie daarvoor [](norm:1a.9).")
text("a reference of an unknown kind", "reference-scheme", "Zie daarvoor [](noorm:1a.1).")
text("a reference to a file that is not there", "file-missing", "Zie [het stuk over dossiers](stuk.pdf).")
text("a link whose text says nothing", "link-unclear", "Voor meer, [klik hier](https://example.nl/een).")
text("an address as text", "link-bare", "Zie https://example.nl/rapport voor meer.")
Fault("a quotation that differs from its source", "quotation-differs", f"{PLAN}/chapters/3-client-en-kwaliteit.md",
      "> [!QUOTED] report:jb-noord-2025#shortcoming-1a.1-2").pattern(
    f"{PLAN}/chapters/3-client-en-kwaliteit.md", r"(> \[!QUOTED\] report:jb-noord-2025#shortcoming-1a\.1-2)\n(> .*?\n)*",
    r"\1\n> Andere woorden dan die van de bron.\n")
Fault("a quotation of what is not there", "reference-target", f"{PLAN}/chapters/3-client-en-kwaliteit.md", "#shortcoming-1a.1-22").change(
    f"{PLAN}/chapters/3-client-en-kwaliteit.md", "#shortcoming-1a.1-2", "#shortcoming-1a.1-22")

# ---- figures, dates and words in the text ----

swap("x of y with x over y, in words", "figures-exceeded", ONE, "Twaalf van de zeventien ouders", "Twintig van de zeventien ouders")
swap("x of y with x over y, in digits", "figures-exceeded", ONE, "In 25 van de 31 dossiers", "In 35 van de 31 dossiers")
swap("a part and the rest", "figures-disagree", ONE, "In de andere vijftien dossiers", "In de andere zestien dossiers")
text("a percentage beside its counts", "figures-disagree", "In 24 van de 31 dossiers (67%) was het op tijd.")
text("more than all", "figures-exceeded", "In 120% van de dossiers ontbreekt een plan.")
text("more than n", "figures-exceeded", "Dat deden 84 ouders (n = 72).")
text("percentages of a sentence", "percentages-sum", "Van de invullers zegt 54% ja, 19% soms en 37% nee.")
text("percentages and the rest", "percentages-sum", "Van de ouders is 64% tevreden; de overige 26% is dat niet.")
swap("a list that was announced longer", "list-count", ONE, "Zij noemen drie oorzaken", "Zij noemen vier oorzaken")
text("a day that does not exist", "day-impossible", "Op 31 april 2024 kwam het plan.")
text("a wrong day of the week", "weekday-wrong", "Op maandag 4 maart 2025 was het eerste bezoek.")
text("a period that ends before it begins", "period-reversed", "Van 13 tot en met 4 maart 2025 waren er bezoeken.")
swap("a visit that was none", "dates-disagree", f"{WSS}/annexes/1-verantwoording.md", "op 4, 5, 10", "op 4, 6, 10")
text("a percentage and its opposite", "percentages-sum", "Van de invullers vindt 44% dat goed en vindt 66% dat niet.")
text("what happened after publication", "date-after-publication", "Op 3 september 2025 bezochten de inspecties de instelling.").change(
    REPORT, "published: unknown", "published: 2025-07-24")
text("an abbreviation that nobody introduces", "abbreviation-unknown", "De WVGGZ geldt hier niet.")
text("an abbreviation that is introduced later", "abbreviation-late", "De JIM helpt daarbij.").add(
    f"{WSS}/conclusion.md", "De jouw ingebrachte mentor (hierna: JIM) helpt. De JIM blijft.")
text("a name that is introduced twice", "introduced-twice", "De William Schrikker Stichting (hierna: WSS JB&JR) weet dit.",
     path=f"{WSS}/conclusion.md")
text("a name that is introduced for nothing", "introduced-unused", "Een jouw ingebrachte mentor (hierna: JIM) helpt.")
text("work that is left", "text-unfinished", "TODO: deze alinea schrijven.")
text("a word twice", "word-twice", "Dit is de de tweede keer.")
text("a bracket that is not closed", "pair-open", "Dit is (deels niet zo.")
text("a sentence that breaks off", "sentence-open", "De inspecties zagen in de dossiers dat de risico’s niet")

# ---- personal data ----

text("a citizen service number", "citizen-number", "Het nummer van het kind is 123456782.")
text("a citizen service number with points", "citizen-number", "Het nummer van het kind is 1234.56.782.")
text("a citizen service number with hidden hyphens", "citizen-number", "Het nummer van het kind is 123\u00ad456\u00ad782.")
text("a citizen service number in wide digits", "citizen-number", "Het nummer is １２３４５６７８２.", also=["character-read"])
text("a citizen service number in a note", "citizen-number", "Een noot.[^nr]\n\n[^nr]: Dossier 123456782.", "[^nr]: Dossier")
text("a citizen service number in a title", "citizen-number", "> [!CASE] Kind 123 456 782\n> Tekst.", "> [!CASE] Kind")
table("a citizen service number in a table", "citizen-number", ["| Dossier | Aantal |", "| --- | ---: |", "| 123456782 | 1 |"], "123456782")
swap("a citizen service number in data", "citizen-number", REPORT, "outcome: ", "outcome: Zie dossier 123456782. ", "123456782")
text("a bank account", "bank-account", "Maak het over naar NL91 ABNA 0417 1643 00.")
text("a mail address", "mail-address", "Mail naar jan.jansen@example.org.")
text("a mail address in disguise", "mail-address", "Mail naar jan.jansen (at) example (punt) org.")
text("a mail address in a link", "mail-address", "Mail [ons](mailto:jan@example.org).", "Mail [ons]")
text("a telephone number", "telephone", "Bel 06-12 34 56 78.")
text("a date of birth", "date-of-birth", "De jongen, geboren op 3 maart 2012, woont bij zijn oma.")
text("a name that may stand nowhere", "name-of-person", "Toen belde Jan de Vries.").change(
    "site.yaml", "language: nl", "language: nl\nnames: [Jan de Vries]")
text("a citizen service number in the name of a file", "citizen-number", FIGURE.format("Een grijs vlak", "kind-123456782.png"), "kind-").write(
    f"{WSS}/images/kind-123456782.png", png(1600, 900))
