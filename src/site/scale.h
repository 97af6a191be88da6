/* The colours of judgments as a style sheet. Internal to the room. */
#ifndef SITE_SCALE_H
#define SITE_SCALE_H

#include "base/buffer.h"
#include "document/document.h"

/* Adds one rule for each judgment's class ("scale-1") from the `data-colour` and `data-ink` of its symbols. Where
 * one class comes with two colours (a page that shows several frameworks), the symbols of the second get a class
 * of their own. */
void scale_write(struct arena *arena, struct buffer *out, struct node *root);

#endif
