/* base: what pasting leaves in a text: read as letters, told as lost, or refused; and its near misses, which stay as they are. */
#include <string.h>

#include "base/buffer.h"
#include "base/pasted.h"
#include "suite.h"

/* `codes`: of what is told, in the order of places, r (read), l (lost), x (refused). */
static const struct sample {
    const char *text, *read, *codes;
} samples[] = {
    {"o\uFB03cier, \uFB01jn, e\uFB00ect", "officier, fijn, effect", "rrr"},
    {"\uFB01jn en \uFB01jn", "fijn en fijn", "r"},
    {"\u0132sberg, w\u0133k, \u0149 dag", "IJsberg, wijk, \u2019n dag", "rrr"},
    {"\U0001D465 en \U0001D7D9", "x en 1", "rr"},
    {"\uFF21\uFF11", "A1", "r"}, /* a run is told once */
    {"\xC2\x93" "ja\xC2\x94, foto\xC2\x92s, \xC2\x80 5", "\u201Cja\u201D, foto\u2019s, \u20AC 5", "rrrr"},
    {"on\u200Bzichtbaar w\u2060oord", "onzichtbaar woord", "rr"},
    {"a\uFEFFb", "ab", "r"},
    {"\uF0B7\tpunt\n  \uF0A7 punt", "\u2022\tpunt\n  \u2022 punt", "rr"},
    {"zorg\uFFFDtaak", "zorg\uFFFDtaak", "l"},
    {"x\uE123y, hier \uF0B7 daar, \U000F0001", "x\uE123y, hier \uF0B7 daar, \U000F0001", "lll"},
    {"zie \uFFFC hier", "zie \uFFFC hier", "l"},
    {"woord\u00AD deel", "woord\u00AD deel", "l"},
    {"co\u00A8operatie", "co\u00A8operatie", "l"},
    {"financi\u00C3\u00ABle, foto\u00E2\u20AC\u2122s, S\u00C3\u2030", "financi\u00C3\u00ABle, foto\u00E2\u20AC\u2122s, S\u00C3\u2030", "lll"},
    {"a\U000E0041b \uFFFE \uFDD0 \U0001FFFF \u202E \xC2\x85", "a b          ", "xxxxxx"},
    /* near misses */
    {"cli\u00ABnt\u00BB CAF\u00C9\u00BB MA\u00C7\u00C3O \u00E2ge \u00C2 la", "cli\u00ABnt\u00BB CAF\u00C9\u00BB MA\u00C7\u00C3O \u00E2ge \u00C2 la", ""},
    {"woord\u00ADdeel, \u00A8 los, \u2013 \u2026 \u20AC", "woord\u00ADdeel, \u00A8 los, \u2013 \u2026 \u20AC", ""},
    {"\u0645\u06CC\u200C\u062E \U0001F469\u200D\U0001F467", "\u0645\u06CC\u200C\u062E \U0001F469\u200D\U0001F467", ""},
    {"\uFF0C \u2011 \u00A0 \u00B2", "\uFF0C \u2011 \u00A0 \u00B2", ""},
};

static char letter_of(enum message_code code)
{
    return code == CHARACTER_READ ? 'r' : code == CHARACTER_LOST ? 'l' : code == CONTROL_CHARACTER ? 'x' : '?';
}

static const char *codes_of(const struct messages *told)
{
    size_t count;
    const struct message **sorted = messages_sorted(arena, told, &count);
    char *codes = arena_alloc(arena, count + 1);
    for (size_t i = 0; i < count; i++) codes[i] = letter_of(sorted[i]->code);
    return codes;
}

static struct place begin_of(const char *text)
{
    struct source *source = arena_make(arena, struct source);
    *source = (struct source){.path = "text.md", .text = text, .length = strlen(text)};
    return (struct place){.source = source, .line = 1, .column = 1};
}

START_TEST(each_is_read_and_told)
{
    const struct sample *sample = &samples[_i];
    ck_assert_str_eq(pasted_read(arena, sample->text, begin_of(sample->text), messages), sample->read);
    ck_assert_str_eq(codes_of(messages), sample->codes);
}
END_TEST

START_TEST(what_is_ordinary_is_the_same_text)
{
    const char *text = "Een gewone tekst: cli\u00EBnt, \u2018zo\u2019 \u2013 \u20AC 5.";
    ck_assert_ptr_eq(pasted_read(arena, text, begin_of(text), messages), text);
}
END_TEST

START_TEST(each_has_its_line_and_column)
{
    const char *text = "een\nde \uFB01jne zorg\uFFFDtaak";
    pasted_read(arena, text, begin_of(text), messages);
    const char *told = suite_told();
    ck_assert_msg(strstr(told, "text.md:2:4: note: the ligature U+FB01 in `\uFB01jne` is read as `fi`"), "%s", told);
    ck_assert_msg(strstr(told, "text.md:2:13: warning: in `zorg\uFFFDtaak` the character U+FFFD stands where a letter was lost"),
                  "%s", told);
}
END_TEST

/* The file told it: what escapes made of the same file is told once more only when it is read as something else. */
START_TEST(an_escape_does_not_tell_again)
{
    struct source source = {.path = "report.yaml", .text = "title: \uFFFD", .length = 10, .lost_told = true};
    pasted_read(arena, "\uFFFD \uFB01", (struct place){.source = &source, .line = 1, .column = 8}, messages);
    ck_assert_str_eq(codes_of(messages), "r");
}
END_TEST

START_TEST(many_are_told_a_hundred_times_and_counted)
{
    struct buffer text = buffer_new(arena);
    for (int i = 0; i < 5000; i++) buffer_add(&text, "\uFFFD \uFB01 ");
    const char *read = pasted_read(arena, buffer_text(&text), begin_of(buffer_text(&text)), messages);
    ck_assert_uint_eq(messages_total(messages), 102); /* a hundred and one that counts, and how U+FB01 is read */
    ck_assert_uint_eq(strlen(read), 5000 * strlen("\uFFFD fi "));
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_loop_test(tests, each_is_read_and_told, 0, sizeof samples / sizeof *samples);
    tcase_add_test(tests, what_is_ordinary_is_the_same_text);
    tcase_add_test(tests, each_has_its_line_and_column);
    tcase_add_test(tests, an_escape_does_not_tell_again);
    tcase_add_test(tests, many_are_told_a_hundred_times_and_counted);
    return suite_run("base: pasted", tests);
}
