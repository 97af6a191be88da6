/* Characters that pasting from a PDF or a word processor leaves in a text: those that have one meaning are read as the
 * letters that they stand for, those that stand for something lost are told, those that no reader sees are refused. */
#ifndef BASE_PASTED_H
#define BASE_PASTED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/place.h"

/* The text as it is to be read, in the arena; the same text when there is nothing to mend. What is read otherwise is told once
 * for each character, what was lost and what is refused where it stands (100 times at most). `where` is the place of the
 * text: in a source whose text this is (line 1, column 1) each message has its own place; elsewhere all have this one, and what
 * was lost in its file is not told again (escapes and entities can make what the file does not hold). `messages` may be NULL. */
const char *pasted_read(struct arena *arena, const char *text, struct place where, struct messages *messages);

#endif
