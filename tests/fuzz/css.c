/* CSS: any sheet is read, cascaded over a sample of every kind of element, and laid out. */
#include "printed.h"

static const char sample[] =
    "<article lang='nl' class='report'><h1 id='a'>Verantwoordelijkheid</h1>"
    "<p>Een alinea met <b>vette</b> en <a href='#b'>verwezen</a> woorden<a class='footnote-call' href='#n'><sup>1</sup></a>.</p>"
    "<aside class='footnote' id='n'><p>De noot.</p></aside><ul><li>Punt</li><li>Nog een<ol><li>Binnen</li></ol></li></ul>"
    "<table><caption>Wat</caption><thead><tr><th>Kop</th><th>Kop</th></tr></thead><tbody><tr><td rowspan='2'>Cel</td><td>1,5</td>"
    "</tr><tr><td>22</td></tr></tbody></table><div class='grid'><div>Links</div><div>Rechts</div></div>"
    "<div class='float'>Kader</div><p id='b'>Naast het kader.</p><dl><dt>Woord</dt><dd>Uitleg</dd></dl><blockquote><p>Citaat</p>"
    "</blockquote><pre>code  code\ncode</pre><figure><svg viewBox='0 0 20 10' role='img' aria-label='lijn'><path d='M0 0h9' "
    "stroke='red'/><text x='1' y='9'>drie</text></svg><figcaption>Bij de tekening</figcaption></figure></article>";

static void fuzz(struct run *run)
{
    const struct source *sheet = fuzz_source(run, "a.css", run->bytes, run->length);
    if (!sheet) return;
    struct print printed = {0};
    printed_add_sheet(run, &printed, sheet);
    printed.root = printed_read(run, fuzz_source(run, "sample.html", sample, sizeof sample - 1));
    promise(printed.root, "the sample is not well-formed");
    struct buffer dump = buffer_new(run->arena);
    style_dump(&dump, style_document(run->arena, printed.root, printed.sheets, 1, "screen", run->messages));
    printed_whole(run, &printed);
}
