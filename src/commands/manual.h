/* Pages of the manual that the program writes from its own tables, so that they cannot lie. */
#ifndef COMMANDS_MANUAL_H
#define COMMANDS_MANUAL_H

#include "base/buffer.h"
#include "base/message.h"

/* Renders a mustache template of a page (src/manual/NAME.mustache, man(7) source) over what the program knows of itself:
 *   version; checks, mistakes [{code, severity, cause, cure}], by code
 *   kinds, files (report_forms), blocks, references (compose_forms)
 * Texts are escaped for roff; what they have between backquotes is bold. false: already told. */
bool manual_write(struct arena *arena, struct buffer *out, const char *template, struct messages *messages);

#endif
