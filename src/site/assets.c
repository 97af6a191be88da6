/* What all pages share: one style sheet, and the fonts that it names. */
#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "site/site.h"

/* FNV-1a, 64 bits (draft-eastlake-fnv): a new name for new bytes, so that no cache shows an old font. */
static uint64_t content_hash(const unsigned char *bytes, size_t length)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < length; i++) hash = (hash ^ bytes[i]) * UINT64_C(0x100000001b3);
    return hash;
}

/* "DejaVu Sans" -> "dejavu-sans": only letters and digits of ASCII reach a file name. */
static const char *family_slug(struct arena *arena, const char *family)
{
    struct buffer slug = buffer_new(arena);
    for (const char *at = family; *at; at++) {
        char c = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : *at;
        bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (kept) buffer_add_char(&slug, c);
        else if (slug.length && slug.data[slug.length - 1] != '-') buffer_add_char(&slug, '-');
    }
    return slug.length ? buffer_text(&slug) : "font";
}

static const char *font_file(struct arena *arena, const struct site_font *font)
{
    return arena_format(arena, "%s-%d%s-%016" PRIx64 ".ttf", family_slug(arena, font->family), font->weight,
                        font->italic ? "-italic" : "", content_hash(font->bytes, font->length));
}

/* A CSS string: https://www.w3.org/TR/cssom-1/#serialize-a-string, without the control characters that no name has. */
static void write_css_string(struct buffer *out, const char *text)
{
    buffer_add_char(out, '"');
    for (const char *at = text; *at; at++) {
        if (*at == '"' || *at == '\\') buffer_add_char(out, '\\');
        if ((unsigned char)*at >= ' ') buffer_add_char(out, *at);
    }
    buffer_add_char(out, '"');
}

static void write_font_face(struct buffer *out, const struct site_font *font, const char *file)
{
    buffer_add(out, "@font-face { font-family: ");
    write_css_string(out, font->family);
    buffer_format(out, "; font-weight: %d; font-style: %s; font-display: swap; ", font->weight,
                  font->italic ? "italic" : "normal");
    buffer_format(out, "src: url(\"fonts/%s\") format(\"truetype\"); }\n", file);
}

static bool write_fonts(struct arena *arena, const struct site *site, const struct site_assets *assets,
                        struct buffer *out, struct messages *messages)
{
    bool written = true;
    for (size_t i = 0; i < assets->font_count; i++) {
        const struct site_font *font = &assets->fonts[i];
        const char *file = font_file(arena, font);
        write_font_face(out, font, file);
        written &= output_write(site->output, file_join(arena, "assets/fonts", file), font->bytes, font->length, messages);
    }
    return written;
}

/* In the order of the cascade. The house's own colours come before screen.css, whose dark colours replace them
 * where a reader asks for a dark page; a house that has dark colours too gives a screen.css of its own. */
static const struct sheet_file {
    bool of_house;
    const char *name;
} sheet_files[] = {
    {false, "house.css"}, {true, "house.css"}, {false, "document.css"}, {false, "screen.css"}, {true, "screen.css"},
};

static bool add_sheet(struct arena *arena, const struct site_assets *assets, const struct sheet_file *file,
                      struct buffer *out, struct messages *messages)
{
    const char *folder = file->of_house ? assets->house : assets->styles;
    if (file->of_house && (!folder || !file_exists(file_join(arena, folder, file->name)))) return true;
    const char *shown = file_join(arena, file->of_house ? "house/styles" : "styles", file->name);
    const struct source *sheet = file_read(arena, file_join(arena, folder, file->name), shown, messages);
    if (!sheet) return false;
    buffer_add_bytes(out, sheet->text, sheet->length);
    buffer_add_char(out, '\n');
    return true;
}

bool site_write_assets(struct arena *arena, const struct site *site, const struct site_assets *assets,
                       struct messages *messages)
{
    struct buffer sheet = buffer_new(arena);
    if (!write_fonts(arena, site, assets, &sheet, messages)) return false;
    for (size_t i = 0; i < sizeof sheet_files / sizeof *sheet_files; i++) {
        if (!add_sheet(arena, assets, &sheet_files[i], &sheet, messages)) return false;
    }
    return output_write(site->output, "assets/oordeel.css", sheet.data, sheet.length, messages);
}
