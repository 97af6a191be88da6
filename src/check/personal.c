/* Personal data in everything that is published: texts, titles, texts in place of pictures, addresses of links, data.
 */
#include "check/personal.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"

/* ---- what may stand there ---- */

static const char *domain_of(const char *mail)
{
    const char *at = strchr(mail, '@');
    return at ? at + 1 : "";
}

/* An entry "example.nl" or "@example.nl" allows all addresses of that domain. */
static bool allows_mail(const char *entry, const char *mail)
{
    if (strcmp(entry, mail) == 0) return true;
    return strcmp(*entry == '@' ? entry + 1 : entry, domain_of(mail)) == 0;
}

static const char *letters_of(struct arena *arena, const char *text)
{
    char *letters = arena_string(arena, text);
    size_t length = 0;
    for (const char *c = text; *c; c++) {
        if (isalnum((unsigned char)*c) || (unsigned char)*c >= 0x80) letters[length++] = *c;
    }
    letters[length] = '\0';
    return letters;
}

bool is_allowed(const struct personal *personal, const char *text, size_t length)
{
    struct arena *arena = personal->checker->arena;
    const struct check_settings *settings = &personal->checker->publication->checks;
    const char *own = utf8_fold(arena, arena_copy(arena, text, length));
    bool mail = strchr(own, '@');
    for (size_t i = 0; i < settings->allowed_count; i++) {
        const char *entry = utf8_fold(arena, settings->allowed[i]);
        if (mail ? allows_mail(entry, own) : strcmp(letters_of(arena, entry), letters_of(arena, own)) == 0) return true;
    }
    return false;
}

/* ---- passages ---- */

/* A link's address that its text repeats was looked at already. */
static bool is_repeated(struct checker *checker, const struct passage *passage)
{
    const char *text = passage->kind == PASSAGE_ADDRESS ? node_string(checker->arena, passage->node) : "";
    return *text && strstr(passage->text, text);
}

static bool begins_word(const struct plain *plain, size_t at)
{
    return at == 0 || !(isalnum((unsigned char)plain->text[at - 1]) || (unsigned char)plain->text[at - 1] >= 0x80);
}

/* What begins at this offset; gives the next one to look at. */
static size_t look_at(struct personal *personal, size_t at)
{
    const struct plain *plain = &personal->plain;
    char c = plain->text[at];
    bool digit = c >= '0' && c <= '9', letter = isalpha((unsigned char)c) || (unsigned char)c >= 0x80;
    size_t after = at;
    if (digit) {
        after = begins_word(plain, at) ? find_birthday(personal, at) : at;
        return after > at ? after : find_numbers(personal, at);
    }
    if (c == '@' || c == '(' || c == '[') return find_mail(personal, at) + 1;
    if (letter && begins_word(plain, at)) {
        after = find_account(personal, at);
        if (after == at) after = find_name(personal, at);
        if (after == at) after = find_born(personal, at);
    }
    if (after > at) return after;
    while (letter && isalpha((unsigned char)plain->text[at + 1])) at++; /* nothing begins within a word but a number */
    return at + 1;
}

static void check_passage(struct personal *personal, const struct passage *passage)
{
    if (is_repeated(personal->checker, passage)) return;
    personal->passage = passage;
    plain_read(&personal->plain, passage);
    for (size_t at = 0; at < personal->plain.length;) at = look_at(personal, at);
}

void check_personal(struct checker *checker)
{
    struct personal personal = {.checker = checker, .plain = {.arena = checker->arena}};
    const struct passages *passages = &checker->passages;
    read_names(&personal);
    for (size_t i = 0; i < passages->count; i++) check_passage(&personal, &passages->items[i]);
    for (size_t i = 0; i < passages->data_count; i++) check_passage(&personal, &passages->data[i]);
}
