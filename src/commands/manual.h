/* Pages of the manual that the program writes itself, from the tables that it works with, so that they cannot lie. */
#ifndef COMMANDS_MANUAL_H
#define COMMANDS_MANUAL_H

#include "base/buffer.h"

/* oordeel-messages(7): every code with its severity, cause and cure, as man(7) source. */
void manual_of_messages(struct buffer *out);

#endif
