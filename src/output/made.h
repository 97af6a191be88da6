/* Inside the room: the list of what was made, and what a folder holds besides. */
#ifndef OUTPUT_MADE_H
#define OUTPUT_MADE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { DIGEST_BYTES = 32 }; /* SHA-256 */

struct made_file {
    const char *name; /* relative, with `/` */
    size_t size;
    unsigned char digest[DIGEST_BYTES];
};

struct made {
    struct made_file *items; /* by name; one name may stand twice while files are being replaced one by one */
    size_t count, capacity;
};

/* The name of the list in its folder. */
extern const char made_list[];

struct made_file made_describe(const char *name, const void *bytes, size_t length);
void made_add(struct arena *arena, struct made *made, struct made_file file);
void made_sort(struct made *made);

/* The list as text, a line each: digest, size, name. */
const char *made_text(struct arena *arena, const struct made *made, size_t *length);

enum made_state { MADE_NONE, MADE_LISTED, MADE_UNREADABLE /* or by a version that kept no list */ };

/* Reads the list of a folder; sorted. */
enum made_state made_read(struct arena *arena, const char *folder, struct made *made);

/* What a folder holds and the list does not say; as many names as FOREIGN_MOST are kept. */
enum { FOREIGN_MOST = 8 };
struct foreign {
    const char *names[FOREIGN_MOST];
    size_t count;
};

/* Goes over the folder, following no links. `exactly`: digests are compared too, else names and sizes. `but`: a name in the folder
 * itself that does not count; NULL: none. */
struct foreign made_compare(struct arena *arena, const char *folder, const struct made *made, bool exactly, const char *but);

/* Removes the files of the list and the folders that are empty then; what else there is stays. false, with errno: a file stayed. */
bool made_remove(struct arena *arena, const char *folder, const struct made *made);

/* Whether the list has the name. */
bool made_has(const struct made *made, const char *name);

#endif
