/* base: arenas, buffers, places, messages, suggestions, UTF-8, JSON. */
#include <stdint.h>
#include <string.h>

#include "base/json.h"
#include "base/language_tag.h"
#include "base/message.h"
#include "base/utf8.h"
#include "suite.h"

START_TEST(arena_pieces_are_zero_and_apart)
{
    char *small = arena_alloc(arena, 3), *large = arena_alloc(arena, 200000), *next = arena_alloc(arena, 3);
    for (int i = 0; i < 200000; i++) ck_assert_int_eq(large[i], 0);
    memset(large, 1, 200000);
    ck_assert_int_eq(small[0] + next[0], 0);
    ck_assert_int_eq((int)((uintptr_t)next % 16), 0);
}
END_TEST

START_TEST(an_adopted_arena_lives_on)
{
    struct arena *child = arena_new(), *empty = arena_new();
    char *text = arena_string(child, "kept");
    arena_adopt(arena, child);
    arena_adopt(arena, empty);
    arena_string(arena, "more");
    ck_assert_str_eq(text, "kept");
}
END_TEST

static const char *number(double value, int decimals)
{
    struct buffer buffer = buffer_new(arena);
    buffer_add_number(&buffer, value, decimals);
    return buffer_text(&buffer);
}

START_TEST(numbers_are_short)
{
    ck_assert_str_eq(number(12, 3), "12");
    ck_assert_str_eq(number(-0.5, 3), "-0.5");
    ck_assert_str_eq(number(1.0004, 3), "1");
    ck_assert_str_eq(number(-0.0004, 3), "0");
    ck_assert_str_eq(number(3.045, 2), "3.05");
    ck_assert_str_eq(number(0.001, 3), "0.001");
}
END_TEST

static struct source source_of(const char *text)
{
    return (struct source){.path = "a.yaml", .text = text, .length = strlen(text)};
}

START_TEST(columns_count_code_points)
{
    struct source source = source_of("één\ncliënt: x");
    struct place place = place_at(&source, strlen("één\ncliënt"));
    ck_assert_uint_eq(place.line, 2);
    ck_assert_uint_eq(place.column, 7);
    place = place_at(&source, 0);
    ck_assert_uint_eq(place.line, 1);
    ck_assert_uint_eq(place.column, 1);
}
END_TEST

START_TEST(messages_are_sorted_and_told_once)
{
    struct source source = source_of("één: twee\nb\n");
    for (int i = 0; i < 2; i++) {
        message_add(messages, PATH_OUTSIDE, (struct place){&source, 2, 1}, "second");
        message_add(messages, PATH_OUTSIDE, (struct place){&source, 1, 6}, "first");
        message_hint(messages, "did you mean 'drie'?");
    }
    message_add(messages, FILE_UNREADABLE, (struct place){0}, "nowhere");
    ck_assert_str_eq(suite_told(), "error: nowhere [file-unreadable]\n"
                                        "a.yaml:1:6: error: first [path-outside]\n"
                                        "    één: twee\n"
                                        "         ^\n"
                                        "    did you mean 'drie'?\n"
                                        "a.yaml:2:1: error: second [path-outside]\n"
                                        "    b\n"
                                        "    ^\n");
}
END_TEST

START_TEST(a_file_cannot_steer_the_terminal)
{
    struct source source = source_of("a\033[2Jb\n");
    message_add(messages, PATH_OUTSIDE, (struct place){&source, 1, 3}, "bad \033[2J");
    ck_assert_ptr_null(strchr(suite_told(), '\033'));
}
END_TEST

START_TEST(a_long_line_is_shown_around_its_caret)
{
    char *line = arena_alloc(arena, 10001);
    memset(line, 'x', 10000);
    struct source source = source_of(line);
    message_add(messages, PATH_OUTSIDE, (struct place){&source, 1, 9000}, "long");
    const char *text = suite_told();
    ck_assert_uint_lt(strlen(text), 400);
    ck_assert_ptr_nonnull(strchr(text, '^'));
}
END_TEST

START_TEST(suggestions_are_near)
{
    const char *names[] = {"title", "subtitle", "institution", "1a.1", "1a.2"};
    ck_assert_str_eq(suggest("titel", names, 5), "title");
    ck_assert_str_eq(suggest("instituion", names, 5), "institution");
    ck_assert_str_eq(suggest("1a1", names, 5), "1a.1");
    ck_assert_ptr_null(suggest("kleur", names, 5));
    ck_assert_ptr_null(suggest("", names, 5));
}
END_TEST

START_TEST(invalid_utf8_is_found)
{
    ck_assert_uint_eq(utf8_invalid("caf\xC3\xA9", 5), 5);
    ck_assert_uint_eq(utf8_invalid("caf\xC3", 4), 3);
    ck_assert_uint_eq(utf8_invalid("\xED\xA0\x80", 3), 0); /* a surrogate */
    ck_assert_uint_eq(utf8_invalid("\xC0\xAF", 2), 0);     /* overlong */
}
END_TEST

static bool is_composed(const char *text)
{
    return utf8_is_composed(text, strlen(text));
}

START_TEST(composed_text_is_known_at_a_glance)
{
    ck_assert(is_composed("De cliënt zegt: “één – of € 2”…"));
    ck_assert(!is_composed("clie\u0308nt"));
    ck_assert(!is_composed("\u2126")); /* the ohm sign becomes a capital omega */
    ck_assert(!is_composed("\u2001")); /* an em quad becomes an em space */
    ck_assert(!is_composed("\u20D2"));
}
END_TEST

START_TEST(folding_drops_case_and_accents)
{
    ck_assert_str_eq(utf8_fold(arena, "Cliëntgericht ÉÉN"), "clientgericht een");
    ck_assert_str_eq(utf8_upper(arena, "één"), "ÉÉN");
}
END_TEST

START_TEST(tags_of_languages)
{
    static const char *const sound[] = {"nl", "en-GB", "zh-Hant", "fry", "de-CH-1996"};
    static const char *const wrong[] = {"", "e", "engels", "en-", "en_GB", "-en", "en GB", "en-abcdefghi", "1n",
                                        "en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd"};
    for (size_t i = 0; i < sizeof sound / sizeof *sound; i++) ck_assert_msg(language_tag_is_sound(sound[i]), "%s", sound[i]);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) ck_assert_msg(!language_tag_is_sound(wrong[i]), "%s", wrong[i]);
    ck_assert(language_tag_agrees("nl", "nl-BE"));
    ck_assert(language_tag_agrees("EN-us", "en"));
    ck_assert(!language_tag_agrees("nl", "nld"));
    ck_assert(!language_tag_agrees("../x", "en"));
}
END_TEST

START_TEST(json_is_escaped)
{
    struct buffer buffer = buffer_new(arena);
    struct json json = json_new(&buffer);
    json_open(&json, NULL, '{');
    json_string(&json, "a\"b", "x\n\x01\\");
    json_open(&json, "list", '[');
    json_number(&json, NULL, 1.5);
    json_boolean(&json, NULL, true);
    json_close(&json, ']');
    json_close(&json, '}');
    ck_assert_str_eq(buffer_text(&buffer),
                     "{\n  \"a\\\"b\": \"x\\n\\u0001\\\\\",\n  \"list\": [\n    1.5,\n    true\n  ]\n}\n");
}
END_TEST

START_TEST(names_are_spoken)
{
    ck_assert_str_eq(utf8_spoken(arena, "gewoon: café"), "gewoon: café");
    ck_assert_str_eq(utf8_spoken(arena, "Zacht\u00ADaf\u200Bge\u2060bro\uFEFFken"), "Zachtafgebroken");
    ck_assert_str_eq(utf8_spoken(arena, "een \uE001huis\U000E0041"), "een huis");
    ck_assert_str_eq(utf8_spoken(arena, "a\u200Db"), "ab");
    ck_assert_str_eq(utf8_spoken(arena, "می\u200Cخواهم"), "می\u200Cخواهم"); /* it changes how the letters look */
    ck_assert_str_eq(utf8_spoken(arena, "\u00AD"), "");
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, arena_pieces_are_zero_and_apart);
    tcase_add_test(tests, an_adopted_arena_lives_on);
    tcase_add_test(tests, numbers_are_short);
    tcase_add_test(tests, columns_count_code_points);
    tcase_add_test(tests, messages_are_sorted_and_told_once);
    tcase_add_test(tests, a_file_cannot_steer_the_terminal);
    tcase_add_test(tests, a_long_line_is_shown_around_its_caret);
    tcase_add_test(tests, suggestions_are_near);
    tcase_add_test(tests, invalid_utf8_is_found);
    tcase_add_test(tests, composed_text_is_known_at_a_glance);
    tcase_add_test(tests, folding_drops_case_and_accents);
    tcase_add_test(tests, tags_of_languages);
    tcase_add_test(tests, json_is_escaped);
    tcase_add_test(tests, names_are_spoken);
    return suite_run("base: text", tests);
}
