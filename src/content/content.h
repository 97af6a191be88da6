/* What authors write, read into values and nodes with places. Syntax only: no word of reports.
 * The home of libyaml and cmark-gfm. */
#ifndef CONTENT_CONTENT_H
#define CONTENT_CONTENT_H

#include "base/arena.h"
#include "base/message.h"
#include "base/place.h"
#include "base/value.h"
#include "document/document.h"

/* Reads one YAML document into values: every scalar is VALUE_STRING (plain ones marked), but plain `true`,
 * `false` and `null`/`~`/nothing. Told and NULL: syntax errors (in words that an author understands: tabs,
 * missing space after the colon, an unquoted `-` …), duplicate keys, a second document, depth over 64, keys
 * that are not scalars, anchors/aliases/tags (not used in content; refused, which also bounds the size).
 * An empty file gives an empty map. */
struct value *content_read_yaml(struct arena *arena, const struct source *source, struct messages *messages);

/* Like content_read_yaml, for the Markdown text inside a YAML value: a source whose places are those of the
 * YAML file is not needed; the nodes carry the value's place. */
struct node *content_read_markdown_value(struct arena *arena, const struct value *value, struct messages *messages);

/* Reads Markdown (CommonMark, GFM tables, strikethrough, autolinks, footnotes) into a `body` element, never NULL:
 *   h1 … h6, p, ul, ol[start], li, blockquote, pre, hr, table/thead/tbody/tr/th/td (with class "number" in
 *   columns aligned right, "centre" in centred ones; th has scope="col"; cells of only `<` or `^` make colspan and
 *   rowspan, a row of `===` makes the one above it a head row: in thead, or as tr class="head" at the begin of a tbody
 *   of its own), em, strong, del, code, br, a[href], img[src,alt].
 *   dl.definitions with dt and dd: `Term` and, right below it, lines `: definition`. span[lang]: `[text](lang:en)`.
 *   Footnotes: `<a class="footnote-call" href="NAME"/>` at the call and, at the end of the body,
 *   `<aside class="footnote" data-name="NAME">…</aside>` in order of first call.
 *   Alerts: `> [!KIND] Title {#id .variant lang=en source=…}` gives `<aside data-block="kind" data-title="Title"
 *   data-id="id" data-variant="variant" lang="en" data-source="…">…</aside>`, kind in lower case, any kind; the other
 *   attributes only when given, several variants with a space between them. The block may be empty.
 * Each node has the place of its Markdown (for inlines at least the line, and the column where it can be found).
 * Told: raw HTML (refused: nothing of it passes), a footnote called and never defined or defined and never
 * called, block nesting over 32, javascript: and other link schemes than http, https, mailto, tel and the
 * reference schemes (`norm:` `annex:` … any other word with a colon is left for compose). */
struct node *content_read_markdown(struct arena *arena, const struct source *source, struct messages *messages);

#endif
