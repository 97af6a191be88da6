"""Words of a source and of a report, written alike: signs, spaces, percentages and small numbers differ without meaning to."""
import re

UNITS = "nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien".split()
NUMBERS = {word: n for n, word in enumerate(UNITS)} | {"twintig": 20, "dertig": 30, "veertig": 40, "tachtig": 80}
WORDS = {str(n): word for word, n in NUMBERS.items()}
SCANNED = {"cliént": "cliënt", "`": "'", "Midden- ": "Midden-"}


def fold(text):
    """As a reader sees it: one space between words, straight quotes, percentages with a sign."""
    for wrong, right in SCANNED.items():
        text = text.replace(wrong, right)
    text = re.sub("[‘’]", "'", re.sub("[“”]", '"', text.replace("\u00ad", "").replace("–", "-")))
    return re.sub(r"\s*(=)\s*|\s*(%|\bprocent\b)", lambda at: at[1] or "%", re.sub(r"\s+", " ", text)).strip()


def plain(text):
    return fold(text).casefold().replace("één", "een")


def token_pattern(token):
    other = WORDS.get(token) or (str(NUMBERS[token]) if token in NUMBERS and token != "een" else None)
    return f"(?:{re.escape(token)}|{re.escape(other)})" if other else re.escape(token)


def pattern(value):
    """A value as a whole: '40' is not in '40,9', '9 jeugdhulpregio' is in '9 jeugdhulpregio's'."""
    tokens = plain(value).split()
    end = r"(?!\w|[.,]\d)" if tokens[-1][-1].isdigit() else ""
    return re.compile(r"(?<![\w])(?<!\d[.,])" + r"\s".join(token_pattern(t) for t in tokens) + end)


def has(text, value):
    """`text` is plain."""
    return bool(pattern(value).search(text))


def near(text, values, distance):
    """Whether all values occur, none further than `distance` from an occurrence of the first."""
    first, *others = [pattern(value) for value in values]
    return any(all(other.search(text, max(0, at.start() - distance), at.end() + distance) for other in others)
               for at in first.finditer(text))


def in_a_sentence(text, phrase):
    """Whether the words of `phrase` stand in this order in one sentence of `text`, with others between them."""
    words = [re.escape(word) for word in re.findall(r"[\w&]+", plain(phrase))]
    return bool(re.search(r"\b" + r"\b[^.?!]{0,120}?\b".join(words) + r"\b", text))
