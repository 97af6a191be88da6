#include <string.h>

#include "base/buffer.h"
#include "style/tokens.h"
#include "suite.h"

static struct tokens read(const char *text)
{
    struct source *source = arena_make(arena, struct source);
    *source = (struct source){.path = "test.css", .text = text, .length = strlen(text)};
    return tokens_read(arena, source);
}

/* The tokens in short, one letter for each type and its text or number. */
static const char *shown(const char *text)
{
    static const char letters[] = {
        [TOKEN_END] = '.',        [TOKEN_SPACE] = ' ',   [TOKEN_IDENT] = 'i',  [TOKEN_FUNCTION] = 'f',
        [TOKEN_AT_KEYWORD] = '@', [TOKEN_HASH] = '#',    [TOKEN_STRING] = 's', [TOKEN_BAD_STRING] = 'S',
        [TOKEN_URL] = 'u',        [TOKEN_BAD_URL] = 'U', [TOKEN_NUMBER] = 'n', [TOKEN_PERCENTAGE] = '%',
        [TOKEN_DIMENSION] = 'd',  [TOKEN_SIGN] = '=',    [TOKEN_OPEN] = '(',   [TOKEN_CLOSE] = ')',
        [TOKEN_BAD_COMMENT] = 'C'};
    struct buffer out = buffer_new(arena);
    struct tokens tokens = read(text);
    for (size_t i = 0; i + 1 < tokens.count; i++) {
        const struct token *token = &tokens.items[i];
        buffer_format(&out, "%c<", letters[token->type]);
        bool number = token->type == TOKEN_NUMBER || token->type == TOKEN_PERCENTAGE || token->type == TOKEN_DIMENSION;
        if (number) buffer_add_number(&out, token->number, 3);
        buffer_add(&out, token->text);
        if (token->sign) buffer_add_char(&out, token->sign);
        buffer_add_char(&out, '>');
    }
    return buffer_text(&out);
}

START_TEST(kinds)
{
    static const char *const cases[][2] = {
        {"a -b --c _d \xC3\xA9", "i<a> <>i<-b> <>i<--c> <>i<_d> <>i<\xC3\xA9>"},
        {"rgb(1,2)", "f<rgb>n<1>=<,>n<2>)<)>"},
        {"#fff #1a", "#<fff> <>#<1a>"},
        {"@page @ x", "@<page> <>=<@> <>i<x>"},
        {"1 +2.5 -.5 1e3 1e-2 5.", "n<1> <>n<2.5> <>n<-0.5> <>n<1000> <>n<0.01> <>n<5>=<.>"},
        {"10pt 50% 1em2 2E", "d<10pt> <>%<50> <>d<1em2> <>d<2E>"},
        {"'a\\'b' \"c\\\nd\"", "s<a'b> <>s<cd>"},
        {"'a\nb", "S<> <>i<b>"},
        {"a/* ; */b /**/", "i<a>i<b> <>"},
        {"a /* b", "i<a> <>C<>"},
        {"\\41 b \\0 x", "i<Ab> <>i<\xEF\xBF\xBDx>"},
        {"url( a.png ) url('b')", "u<a.png> <>f<url>s<b>)<)>"},
        {"a:b;{}[]", "i<a>=<:>i<b>=<;>(<{>)<}>(<[>)<]>"},
        {"1e9999 99999999999999999999", "n<1000000000> <>n<1000000000>"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) ck_assert_str_eq(shown(cases[i][0]), cases[i][1]);
}
END_TEST

START_TEST(places)
{
    struct tokens tokens = read("a\n  \xC3\xA9 {\n/* x\n*/ b }");
    ck_assert_uint_eq(tokens.items[2].line, 2);
    ck_assert_uint_eq(tokens.items[2].column, 3);
    ck_assert_uint_eq(tokens.items[4].column, 5);
    ck_assert_str_eq(tokens.items[7].text, "b");
    ck_assert_uint_eq(tokens.items[7].line, 4);
    ck_assert_uint_eq(tokens.items[7].column, 4);
}
END_TEST

START_TEST(partners)
{
    struct tokens tokens = read("{(])}x");
    ck_assert_uint_eq(tokens.items[0].partner, 4);
    ck_assert_uint_eq(tokens.items[1].partner, 3);
    tokens = read("a{(}");
    ck_assert_uint_eq(tokens.items[1].partner, 4); /* the end: only the round bracket could be closed */
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, kinds);
    tcase_add_test(tests, places);
    tcase_add_test(tests, partners);
    return suite_run("style: tokens", tests);
}
