/* Personal data (inside check/ only): one passage at a time is looked at by all who look for something. */
#ifndef CHECK_PERSONAL_H
#define CHECK_PERSONAL_H

#include "check/checker.h"
#include "check/plain.h"

struct personal {
    struct checker *checker;
    const struct passage *passage;
    struct plain plain;
    struct name *names; /* of site.yaml, sorted by their first word */
    size_t name_count;
};

/* True when site.yaml allows exactly this: letters and digits count, or of a mail address all of it or its domain. */
bool is_allowed(const struct personal *personal, const char *text, size_t length);

/* numbers.c: citizen service numbers and telephone numbers. Gives the offset behind the digits that begin at `at`. */
size_t find_numbers(struct personal *personal, size_t at);

/* account.c, mail.c, born.c, names.c: tell what begins at that offset (mail: what has its `@` there), and give the
 * offset behind it, or `at`. */
size_t find_account(struct personal *personal, size_t at);
size_t find_mail(struct personal *personal, size_t at);
size_t find_born(struct personal *personal, size_t at);
size_t find_birthday(struct personal *personal, size_t at);
size_t find_name(struct personal *personal, size_t at);

/* names.c: reads the names of site.yaml. */
void read_names(struct personal *personal);

#endif
