/* The small parts of the layout room: hyphenation, break opportunities, numbers, margins. */
#include <string.h>

#include "layout/hyphen.h"
#include "layout/opportunity.h"
#include "layout/setter.h"
#include "suite.h"

static const char folder[] = "/usr/share/hyphen";

static struct hyphenator *hyphenator;

static void setup(void)
{
    hyphenator = hyphenator_new(folder);
}

static void teardown(void)
{
    hyphenator_free(hyphenator);
}

/* ---- hyphenation ---- */

static const char *hyphenated(const char *language, const char *word)
{
    unsigned points[HYPHEN_POINTS_MOST];
    size_t count = hyphenator_points(hyphenator, language, word, strlen(word), points);
    struct buffer out = buffer_new(arena);
    for (size_t i = 0, next = 0; word[i]; i++) {
        if (next < count && points[next] == i) next++, buffer_add_char(&out, '=');
        buffer_add_char(&out, word[i]);
    }
    return buffer_text(&out);
}

static const struct {
    const char *language, *word, *expected;
} words[] = {
    {"nl", "jeugdbescherming", "jeugd=be=scher=ming"},
    {"nl", "Verantwoordelijkheid", "Ver=ant=woor=de=lijk=heid"},
    {"nl-NL", "instelling,", "instel=ling,"},
    {"nl", "(gecertificeerde)", "(gecer=ti=fi=ceerde)"},
    {"nl", "coördinatie", "coör=di=na=tie"},
    {"nl", "reïntegratie", "reïn=te=gra=tie"},
    {"nl", "beëindiging", "beëin=di=ging"},
    {"nl", "cliëntenraad", "cliën=ten=raad"},
    {"nl", "Zeijlstra", "Zeijlstra"},
    {"nl", "water", "water"},             /* shorter than six letters */
    {"nl", "1a.1234567", "1a.1234567"},   /* no word */
    {"nl", "abc12defghij", "abc12defghij"},
    {"nl", "omaatje", "oma=atje"},        /* see below: never with a changed spelling */
    {"en-US", "responsibility", "respons=ib=il=ity"},
    {"de", "Jugendschutzgesetz", "Jugendschutzgesetz"}, /* whatever the machine has */
    {"xx", "jeugdbescherming", "jeugdbescherming"},
    {"", "jeugdbescherming", "jeugdbescherming"},
    {"../../etc/passwd", "jeugdbescherming", "jeugdbescherming"},
};

START_TEST(hyphenates)
{
    const char *got = hyphenated(words[_i].language, words[_i].word);
    if (strcmp(words[_i].word, "omaatje") == 0) {
        ck_assert_ptr_null(strstr(got, "oma=tje"));
        return;
    }
    ck_assert_str_eq(got, words[_i].expected);
}
END_TEST

START_TEST(hyphenates_without_dictionaries)
{
    unsigned points[HYPHEN_POINTS_MOST];
    struct hyphenator *empty = hyphenator_new("/nowhere");
    ck_assert_uint_eq(hyphenator_points(empty, "nl", "jeugdbescherming", 16, points), 0);
    ck_assert_uint_eq(hyphenator_points(NULL, "nl", "jeugdbescherming", 16, points), 0);
    hyphenator_free(empty);
}
END_TEST

START_TEST(hyphenates_long_words)
{
    struct buffer word = buffer_new(arena);
    for (int i = 0; i < 500; i++) buffer_add(&word, "bescherming");
    unsigned points[HYPHEN_POINTS_MOST];
    ck_assert_uint_eq(hyphenator_points(hyphenator, "nl", buffer_text(&word), word.length, points), 0);
}
END_TEST

/* ---- opportunities ---- */

/* A bar stands where a line may end. */
static const char *const breakable[] = {
    "zorg-|en", "1a-2", "e-mail", "-achtig", "in-|en|", "24/7", "en/|of", "ketenpartners/|jeugdhulp", "a/b",
    "10–12", "dit –", "dit—|en", "0,2%", "1a.1", "https://www.inspectie.nl", "x-ray", "niet-|EU-|land", "ve—|r",
};

START_TEST(opportunities)
{
    const char *marked = breakable[_i];
    struct buffer word = buffer_new(arena), got = buffer_new(arena);
    for (const char *c = marked; *c; c++) {
        if (*c != '|') buffer_add_char(&word, *c);
    }
    const char *text = buffer_text(&word);
    for (size_t i = 0; i < word.length; i++) {
        bool begins = ((unsigned char)text[i] & 0xC0) != 0x80;
        if (i > 0 && begins && opportunity_before(text, word.length, i)) buffer_add_char(&got, '|');
        buffer_add_char(&got, text[i]);
    }
    size_t length = strlen(marked);
    if (length && marked[length - 1] == '|') length--;
    ck_assert_str_eq(buffer_text(&got), arena_copy(arena, marked, length));
}
END_TEST

START_TEST(characters)
{
    size_t length;
    ck_assert_int_eq(character_at(" ", &length), CHARACTER_SPACE);
    ck_assert_int_eq(character_at("\n", &length), CHARACTER_SPACE);
    ck_assert_int_eq(character_at("\u00A0", &length), CHARACTER_PLAIN);
    ck_assert_uint_eq(length, 2);
    ck_assert_int_eq(character_at("\u00AD", &length), CHARACTER_SOFT_HYPHEN);
    ck_assert_int_eq(character_at("\u200B", &length), CHARACTER_BREAK);
    ck_assert_int_eq(character_at("\u2060", &length), CHARACTER_INVISIBLE);
    ck_assert_int_eq(character_at("é", &length), CHARACTER_PLAIN);
}
END_TEST

/* ---- numbers, margins ---- */

static const struct {
    enum list_style style;
    int number;
    const char *expected;
} numbers[] = {
    {LIST_DECIMAL, 1, "1"},      {LIST_DECIMAL, -3, "-3"},        {LIST_LOWER_ALPHA, 1, "a"},
    {LIST_LOWER_ALPHA, 26, "z"}, {LIST_LOWER_ALPHA, 27, "aa"},    {LIST_LOWER_ALPHA, 703, "aaa"},
    {LIST_LOWER_ALPHA, 0, "0"},  {LIST_LOWER_ROMAN, 4, "iv"},     {LIST_LOWER_ROMAN, 1994, "mcmxciv"},
    {LIST_LOWER_ROMAN, 0, "0"},  {LIST_LOWER_ROMAN, 4000, "4000"},
};

START_TEST(list_numbers)
{
    ck_assert_str_eq(generated_number(arena, numbers[_i].style, numbers[_i].number), numbers[_i].expected);
}
END_TEST

START_TEST(margins_collapse)
{
    struct margin both = margin_join(margin_of(10), margin_of(6));
    ck_assert_float_eq(margin_value(both), 10);
    ck_assert_float_eq(margin_value(margin_join(both, margin_of(-4))), 6);
    ck_assert_float_eq(margin_value(margin_join(margin_of(-4), margin_of(-7))), -7);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_loop_test(tests, hyphenates, 0, sizeof words / sizeof *words);
    tcase_add_test(tests, hyphenates_without_dictionaries);
    tcase_add_test(tests, hyphenates_long_words);
    tcase_add_loop_test(tests, opportunities, 0, sizeof breakable / sizeof *breakable);
    tcase_add_test(tests, characters);
    tcase_add_loop_test(tests, list_numbers, 0, sizeof numbers / sizeof *numbers);
    tcase_add_test(tests, margins_collapse);
    return suite_run("layout: parts", tests);
}
