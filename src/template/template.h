/* Mustache (https://mustache.github.io, specification 1.4 with inheritance and dynamic names): a set of
 * templates is compiled once and rendered many times, also by several threads at once.
 *
 * Two modes. LENIENT is the official specification: an unknown name is nothing, an unknown partial is
 * empty. STRICT is for our own templates: unknown names, partials and parents, and blocks that override
 * nothing, are errors with the template's place, the nearest name and the stack of partials.
 * `{{! optional: name other.name }}` in a template declares names that may be missing in it.
 *
 * Values, in strict mode: `{{{name}}}` and `{{&name}}` take only VALUE_MARKUP, and `{{name}}` never does, so
 * that author text cannot leave its element or attribute. null and false are "no value": they write nothing,
 * and so does all below them ("verdict.label" while verdict is false). true, a list and a map have no text:
 * writing one is an error. In lenient mode true and false are written as such, lists and maps as nothing.
 * A section is not rendered over no value, empty text and an empty list; all else is true, "0" too.
 * Escaped are & < > " ' (as &#39;).
 *
 * Lambdas do not exist; a value cannot be code. Nesting, calls, work and output have limits (program.h). */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/place.h"
#include "base/value.h"

enum template_mode { TEMPLATE_LENIENT, TEMPLATE_STRICT };

struct templates;

/* An empty set. */
struct templates *templates_new(struct arena *arena, enum template_mode mode);

/* Compiles one template under a name; false: already told (syntax, with place). A name added twice: the
 * later one stands (a house's own template replaces the shipped one). */
bool templates_add(struct templates *templates, const char *name, const struct source *source,
                   struct messages *messages);

/* Adds every `*.mustache` of the folder and its sub-folders; a name is the path below the folder without
 * ending ("blocks/norm"). `shown` stands for the folder in messages. A folder that is not there adds nothing.
 * false: something was told. */
bool templates_add_folder(struct templates *templates, const char *folder, const char *shown,
                          struct messages *messages);

/* Renders `name` over `data` into `merged`, in the given arena. false: already told; `merged` is empty then.
 * `merged->lines` has the place in a template of the first character of every line, one for the end too:
 * `line_count` is the number of line feeds and one. Inside a value of several lines it is the value's tag.
 * In strict mode all templates that can be reached are checked, also where this data does not come.
 * Endless recursion of partials is an error. */
bool template_render(struct arena *arena, const struct templates *templates, const char *name, const struct value *data,
                     struct merged_text *merged, struct messages *messages);

#endif
