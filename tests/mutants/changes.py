"""Small changes to a line of C, as a slip of the hand makes them. A line gives some, none or many."""
import re

COMPARISONS = {" < ": " <= ", " <= ": " < ", " > ": " >= ", " >= ": " > ", " == ": " != ", " != ": " == ", " && ": " || ",
               " || ": " && ", " + ": " - ", " - ": " + ", " * ": " / ", "true": "false", "false": "true", "++": "--",
               " += ": " -= ", "fmin": "fmax", "fmax": "fmin"}
NUMBER = re.compile(r"(?<![\w.\"'%\\])(\d+)(?![\w.\"'xu])")
CONDITION = re.compile(r"\b(if|while) \((.+)\)( [^{;]*;| \{|)$")
STATEMENT = re.compile(r"^(?:[\w>.\-\[\]]+(?: [+\-*|&]?=(?!=) [^;{]+)|\w+\([^;{]*\));$")
PAIR = re.compile(r"(\b\w+\()([\w.>\-]+), ([\w.>\-]+)(\)|, )")
CORNER = re.compile(r"\{-?[\d.]+, -?[\d.]+\}, ")
SKIPPED = re.compile(r"^\s*(?:/?\*|#|//|static const char|_Static_assert|assert\(|const struct|struct \w+ \*?\w+;|return false;|return NULL;$)|enum \{")


def plain(line):
    """The line with its texts blanked out, so that places stay."""
    blank = re.sub(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'', lambda found: "\1" * len(found.group()), line)
    return re.sub(r"/\*.*?(?:\*/|$)", lambda found: "\1" * len(found.group()), blank)


def changes(line):
    """[(what, the line changed)]"""
    if SKIPPED.search(line):
        return []
    code, found = plain(line), []
    for old, new in COMPARISONS.items():
        for match in re.finditer((r"\b%s\b" if old.isalpha() else "%s") % re.escape(old), code):
            found.append((f"{old.strip()} becomes {new.strip()}", line[:match.start()] + new + line[match.end():]))
    for match in NUMBER.finditer(code):
        if not code.lstrip().startswith(("case", "{")):
            found.append((f"one more than {match.group()}",
                          line[:match.start()] + str(int(match.group()) + 1) + line[match.end():]))
    condition = CONDITION.search(code)
    if condition:
        begin, end = condition.span(2)
        found.append(("the condition turned round", f"{line[:begin]}!({line[begin:end]}){line[end:]}"))
    text = code.strip()
    if STATEMENT.match(text):
        found.append(("a statement left out", line[:len(line) - len(line.lstrip())] + ";"))
    for match in PAIR.finditer(code):
        if match.group(2) != match.group(3):
            found.append(("two arguments swapped", line[:match.start(2)] + match.group(3) + ", " + match.group(2) + line[match.end(3):]))
    for match in CORNER.finditer(code):
        found.append(("a row of a table left out", line[:match.start()] + line[match.end():]))
    return found
