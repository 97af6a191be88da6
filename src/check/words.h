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

struct words {
    const char *code;
    char thousands, decimal;
    const struct number_word *numbers; /* sorted */
    size_t number_count;
    bool joined_numbers;            /* "vijfentwintig"; otherwise "twenty-five" */
    const char *months[12][3];      /* the name and what it is cut to */
    bool capital_months;            /* English, which also writes them before the day */
    const char *weekdays[7];        /* from Monday */
    const char *const *abbreviated; /* words that end in a point without ending a sentence */

    const char *const *out_of;    /* between x and y: "van de"; words joined by one space */
    const char *const *which;     /* may stand between them and y: "onderzochte" */
    const char *there;            /* "er", which may stand before the part */
    const char *const *units;     /* of time and the like: no part of anything */
    const char *const *counted;   /* of which there are no more than all: "ouders" */
    const char *const *about;     /* may stand before a number: "ruim" */
    const char *const *numbered;  /* a number behind it is no count: "artikel 7" */
    const char *const *remaining; /* "overige" */
    const char *const *compared;  /* percentages beside one are of different wholes */
    const char *percent;          /* "procent" */
    const char *const *totals;    /* the first cell of a row that adds up */
    const char *const *parts_of;  /* the first cell of a row that is counted in another */
    const char *const *listed;    /* what a list may be announced as: "drie oorzaken" */

    const char *const *from, *const *until;  /* "van 3 tot 5 maart" */
    const char *const *between, *const *and; /* one of `from` that asks for another word at the end */
    const char *const *future;               /* a date behind one of these is to come */
    const char *const *deadline;             /* "uiterlijk" */

    const char *const *introducing; /* "(hierna: X)" */
    const char *const *meaning;     /* behind one that is explained: "staat voor" */
    const char *const *known;       /* abbreviations that nobody introduces, as they are written */

    const char *const *unclear;       /* texts of links that say nothing */
    const char *const *picture_words; /* texts in place of pictures that say nothing */
    const char *const *doubled;       /* words that never stand twice in a row */
    const char *const *unfinished;    /* left behind while writing */

    const char *const *placeholders; /* between square brackets: "[naam]" */

    const char *const *judging; /* before a verdict that is given: "is", "als" */

    const char *const *born;         /* before a date of birth */
    const char *const *identity;     /* before a citizen service number */
    const char *const *organisation; /* before a number of the same form that belongs to no person */
};

/* NULL: the language is not known here. Only what stands before the first hyphen of a tag counts: "en-GB". */
const struct words *words_of(const char *language);

bool is_one_of(const char *word, const char *const *list);

/* number_words.c: the number that a word names, or NAN: "zeven", "vijfentwintig", "twenty-five". */
double number_of_word(const struct words *words, const char *word);

/* From 1; 0: no month, no weekday. */
int month_of_word(const struct words *words, const char *word);
int weekday_of_word(const struct words *words, const char *word);

#endif
