/* Reports and the start page, from document to files. */
#include "base/file.h"
#include "site/site.h"

#include "base/buffer.h"
#include "site/frame.h"
#include "site/pages.h"
#include "site/scale.h"

static const char frame_template[] = "site/page";
static const char scale_file[] = "scale.css";

static bool write_text(const struct site *site, const char *name, const char *text, size_t length,
                       struct messages *messages)
{
    return output_write(site->output, name, text, length, messages);
}

static bool write_page(struct arena *arena, const struct site *site, const char *name, const struct value *frame,
                       struct messages *messages)
{
    struct merged_text page;
    if (!template_render(arena, site->templates, frame_template, frame, &page, messages)) return false;
    return write_text(site, name, page.text, page.length, messages);
}

static const char *table_label(const struct site *site)
{
    const struct value *label = value_get(value_get(site->words, "site"), "table");
    return label && label->kind == VALUE_STRING ? label->text : site->title;
}

/* A page that was cut out of the report is an article of its own, with the page's h1 as its heading; what says the
 * report's language and state around it is a plain box. */
static void name_article(struct node *box)
{
    struct node *own = box->first;
    if (!own || own->next || !node_is(own, "section")) return;
    box->name = "div";
    own->name = "article";
}

/* What every page's content needs after its colours were read. */
static void prepare(struct arena *arena, const struct site *site, struct node *content)
{
    name_article(content);
    headings_level(content);
    tables_wrap(arena, content, table_label(site));
    attributes_strip(content);
}

static const char *reconstruction_address(struct arena *arena, const struct pages *pages)
{
    for (size_t i = 0; i < pages->count; i++) {
        const struct page *page = pages->items[i];
        const struct node *notice = node_by_class(page->article, "reconstruction");
        const char *id = notice ? node_get(notice, "id") : NULL;
        if (id) return arena_format(arena, "%s#%s", page->file, id);
        if (notice) return page->file;
    }
    return NULL;
}

static bool write_scale(struct arena *arena, const struct site *site, const char *name, struct node *root,
                        struct messages *messages)
{
    struct buffer rules = buffer_new(arena);
    scale_write(arena, &rules, root);
    return write_text(site, name, buffer_text(&rules), rules.length, messages);
}

static bool write_pages(struct arena *arena, const struct frame *frame, const char *folder, struct messages *messages)
{
    bool written = true;
    for (size_t i = 0; i < frame->pages->count; i++) {
        const char *name = file_join(arena, folder, frame->pages->items[i]->file);
        written &= write_page(arena, frame->site, name, frame_report(arena, frame, i), messages);
    }
    return written;
}

/* On the front page the PDF is offered below what the cover says, before the contents. */
static void offer_pdf(struct arena *arena, const struct frame *frame, struct node *front)
{
    struct node *line = frame_download(arena, frame), *cover = node_by_class(front, "cover");
    if (cover && cover != front) node_insert_after(cover, line);
    else node_append(front, line);
}

bool site_write_report(struct arena *arena, const struct site *site, const struct node *document, const char *pdf,
                       size_t pdf_length, struct messages *messages)
{
    const char *id = node_get(document, "id"), *language = node_get(document, "lang");
    struct node *copy = node_copy(arena, document);
    if (!write_scale(arena, site, file_join(arena, id, scale_file), copy, messages)) return false;
    struct pages pages = pages_split(arena, copy);
    links_rewrite(arena, &pages);
    for (size_t i = 0; i < pages.count; i++) prepare(arena, site, pages.items[i]->article);
    struct frame frame = {.site = site,
                          .pages = &pages,
                          .id = id,
                          .language = language ? language : site->language,
                          .pdf = pdf,
                          .pdf_length = pdf_length,
                          .draft = node_has_class(document, "draft"),
                          .reconstruction = reconstruction_address(arena, &pages)};
    if (pdf) offer_pdf(arena, &frame, pages.items[0]->article);
    return write_pages(arena, &frame, id, messages);
}

bool site_write_start(struct arena *arena, const struct site *site, const struct node *main, struct messages *messages)
{
    struct node *copy = node_copy(arena, main);
    if (!write_scale(arena, site, scale_file, copy, messages)) return false;
    prepare(arena, site, copy);
    return write_page(arena, site, "index.html", frame_start(arena, site, copy), messages);
}
