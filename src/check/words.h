/* What the checks know of a language (inside check/ only): everything that they compare an author's words with. Words
 * are in lower case and without accents, as utf8_fold makes them; a list ends in NULL. */
#ifndef CHECK_WORDS_H
#define CHECK_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct number_word {
    const char *word;
    int number;
};

/* Words by what they mean here. Those before LIST_TOKENS are looked for word by word in a text. */
enum word_list {
    LIST_OUT_OF,    /* between x and y: "van de" */
    LIST_WHICH,     /* may stand between them and y: "onderzochte" */
    LIST_UNITS,     /* of time and the like: no part of anything */
    LIST_COUNTED,   /* of which there are no more than all: "ouders" */
    LIST_ABOUT,     /* may stand before a number: "ruim" */
    LIST_NUMBERED,  /* a number behind it is no count: "artikel 7" */
    LIST_REMAINING, /* "overige" */
    LIST_COMPARED,  /* percentages beside one are of different wholes */
    LIST_DENYING,   /* "niet", at the end of a sentence */
    LIST_VISITING,  /* "bezochten" */
    LIST_TOTALS,    /* the first cell of a row that adds up */
    LIST_PARTS_OF,  /* the first cell of a row that is counted in another */
    LIST_LISTED,    /* what a list may be announced as: "drie oorzaken" */
    LIST_FROM,      /* "van 3 tot 5 maart" */
    LIST_UNTIL,
    LIST_BETWEEN, /* one of LIST_FROM that asks for LIST_AND at the end */
    LIST_AND,
    LIST_FUTURE,       /* a date behind one of these is to come */
    LIST_DEADLINE,     /* "uiterlijk" */
    LIST_INTRODUCING,  /* "(hierna: X)" */
    LIST_MEANING,      /* behind an abbreviation that is explained: "staat voor" */
    LIST_DOUBLED,      /* words that never stand twice in a row */
    LIST_UNFINISHED,   /* left behind while writing */
    LIST_PLACEHOLDERS, /* between square brackets: "[naam]" */
    LIST_JUDGING,      /* before a verdict that is given: "is", "als" */
    LIST_ABBREVIATED,  /* words that end in a point without ending a sentence */
    LIST_TOKENS,
    LIST_KNOWN = LIST_TOKENS, /* abbreviations that nobody introduces, as they are written */
    LIST_UNCLEAR,             /* texts of links that say nothing */
    LIST_PICTURE_WORDS,       /* texts in place of pictures that say nothing */
    LIST_BORN,                /* before a date of birth */
    LIST_IDENTITY,            /* before a citizen service number */
    LIST_ORGANISATION,        /* before a number of the same form that belongs to no person */
    LIST_ALL
};

struct words {
    const char *code;
    char thousands, decimal;
    const struct number_word *numbers; /* sorted */
    size_t number_count;
    bool joined_numbers;                /* "vijfentwintig"; otherwise "twenty-five" */
    const char *months[12][3];          /* the name and what it is cut to */
    bool capital_months;                /* English, which also writes them before the day */
    const char *weekdays[7];            /* from Monday */
    const char *there;                  /* "er", which may stand before a part */
    const char *percent;                /* "procent" */
    const char *inspectorates, *they;   /* who visited */
    const char *const *lists[LIST_ALL]; /* words of one phrase are joined by one space */
};

/* NULL: the language is not known here. Only what stands before the first hyphen of a tag counts: "en-GB". */
const struct words *words_of(const char *language);

bool is_one_of(const char *word, const char *const *list);

/* Words that programs and writers use for "later", in any language: "todo". In capitals they are no abbreviations. */
extern const char *const later_words[];

/* number_words.c: the number that a word of several numbers names, or NAN: "vijfentwintig", "twenty-five". */
double number_of_words(const struct words *words, const char *word);

/* From 1; 0: no month. */
int month_of_word(const struct words *words, const char *word);

#endif
