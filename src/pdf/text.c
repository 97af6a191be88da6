/* A text fragment: glyphs at layout's places, readable as its text. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "pdf/draw.h"

/* A line of glyphs in one font. Lengths are 1/1000 of the size, as TJ counts (9.4.3). */
struct line {
    struct canvas *canvas;
    const struct typeface *face;
    double size, per_point; /* 1000 / size */
    double tolerance;
    int decimals; /* of moves: as many as the size needs for places to be right by a hundredth of a point */
    double pen;  /* where the reader of the file is, from the fragment's start */
    double want; /* where layout is */
    bool leftward; /* glyphs go from right to left: in the order of the text (14.8.2.3.3), each moved to its place */
    size_t shown; /* glyphs since the string was opened */
    bool in_array, in_string;
};

enum { STRING_LIMIT = 8000 }; /* glyphs in one string: 32767 bytes (ISO 19005-2, 6.1.13) with escapes */

static const double tolerance = 0.005; /* points: what nobody sees */

static void close_string(struct line *line)
{
    if (line->in_string) buffer_add_char(&line->canvas->out, ')');
    line->in_string = false;
    line->shown = 0;
}

static void flush(struct line *line)
{
    close_string(line);
    if (line->in_array) canvas_operator(line->canvas, "]TJ");
    line->in_array = false;
}

static void open_array(struct line *line)
{
    if (!line->in_array) buffer_add_char(&line->canvas->out, '[');
    line->in_array = true;
}

static size_t put_byte(char *place, unsigned char byte)
{
    bool line_end = byte == '\r' || byte == '\n', special = byte == '(' || byte == ')' || byte == '\\';
    if (line_end || special) *place++ = '\\';
    *place = line_end ? (byte == '\r' ? 'r' : 'n') : (char)byte;
    return line_end || special ? 2 : 1;
}

static void show(struct line *line, uint32_t id, double width)
{
    char code[4];
    if (line->shown >= STRING_LIMIT) close_string(line);
    open_array(line);
    if (!line->in_string) buffer_add_char(&line->canvas->out, '(');
    line->in_string = true;
    size_t length = put_byte(code, (unsigned char)(id >> 8));
    length += put_byte(code + length, (unsigned char)(id & 0xFF));
    buffer_add_bytes(&line->canvas->out, code, length);
    line->pen += width;
    line->shown++;
}

/* Moves to where layout wants the next glyph; what rounding leaves is made up by the next move. */
static void move(struct line *line, double target)
{
    if (fabs(target - line->pen) < line->tolerance) return;
    double scale = line->decimals ? 10 : 1, distance = round((target - line->pen) * scale) / scale;
    if (distance == 0) return;
    close_string(line);
    open_array(line);
    canvas_number(line->canvas, -distance, line->decimals);
    line->canvas->out.length--; /* no space is needed before the string */
    line->pen += distance;
}

static void set_rise(struct line *line, double rise)
{
    if (fabs(line->canvas->state.rise - rise) < tolerance) return;
    flush(line);
    canvas_number(line->canvas, rise, 2);
    canvas_operator(line->canvas, "Ts");
    line->canvas->state.rise = rise;
}

static void show_glyph(struct line *line, const struct glyph *glyph)
{
    const struct used_glyph *used = typeface_glyph(line->face, glyph->id);
    if (line->leftward) line->want -= glyph->advance * line->per_point;
    if (used) {
        set_rise(line, glyph->y_offset);
        move(line, line->want + glyph->x_offset * line->per_point);
        show(line, glyph->id, used->width);
    }
    if (!line->leftward) line->want += glyph->advance * line->per_point;
}

/* ActualText (14.9.4) around glyphs that do not say what they mean. */
static void open_actual_text(struct line *line, const char *text, size_t length)
{
    flush(line);
    buffer_add(&line->canvas->out, "/Span<</ActualText<FEFF");
    for (size_t at = 0, size; at < length; at += size) {
        uint32_t code = utf8_decode(text + at, &size);
        if (size < length && utf8_is_silent(code)) continue; /* beside letters; alone it is the hyphen at a line's end */
        if ((code >= 0xE000 && code <= 0xF8FF) || code >= 0xF0000) code = 0xFFFD; /* private use says nothing */
        if (code < 0x10000) buffer_format(&line->canvas->out, "%04X", (unsigned)code);
        else buffer_format(&line->canvas->out, "%04X%04X", (unsigned)(0xD800 + ((code - 0x10000) >> 10)),
                           (unsigned)(0xDC00 + ((code - 0x10000) & 0x3FF)));
    }
    canvas_operator(line->canvas, ">>>BDC");
}

static void close_actual_text(struct line *line)
{
    flush(line);
    canvas_operator(line->canvas, "EMC");
}

static void show_cluster(struct line *line, const struct fragment *fragment, const struct cluster *cluster, bool tagged)
{
    bool actual = tagged && cluster->glyph_count > 0 && !typeface_reads(line->face, fragment, cluster);
    if (actual && cluster->soft_hyphen) open_actual_text(line, "\u00AD", 2);
    else if (actual) open_actual_text(line, cluster->text, cluster->length);
    for (size_t i = 0; i < cluster->glyph_count; i++) show_glyph(line, &fragment->glyphs[cluster->glyph + i]);
    if (actual) close_actual_text(line);
}

/* ---- spaces without a glyph ---- */

static const struct typeface *face_with_space(const struct typefaces *typefaces, const struct typeface *preferred)
{
    if (preferred->space) return preferred;
    for (const struct typeface *face = typefaces->first; face; face = face->next) {
        if (face->space) return face;
    }
    return NULL;
}

static void show_space(const struct typefaces *typefaces, struct line *line)
{
    const struct typeface *face = face_with_space(typefaces, line->face);
    if (!face) return;
    if (face != line->face) flush(line);
    canvas_set_font(line->canvas, face, line->size);
    show(line, face->space, typeface_glyph(face, face->space)->width);
    if (face != line->face) flush(line);
    canvas_set_font(line->canvas, line->face, line->size);
}

static bool ends_in_space(const struct fragment *fragment)
{
    size_t length = fragment->text ? strlen(fragment->text) : 0;
    return length == 0 || fragment->text[length - 1] == ' ';
}

/* Words that a line break or a gap sets apart, but no space of the text. */
static bool needs_space(const struct drawing *drawing, const struct fragment *fragment, const struct segment *segment)
{
    const struct fragment *last = drawing->last;
    if (fragment->matrix || !last || !segment || !drawing->last_segment || ends_in_space(last)) return false;
    if (!fragment->text || fragment->text[0] == ' ') return false;
    if (drawing->last_segment->tag->block != segment->tag->block) return false;
    if (tags_after_break(drawing->tags, fragment)) return last->node != fragment->node;
    if (last->level || fragment->level) return false; /* neighbours in the text stand apart on the page */
    bool same_line = fabsf(last->y - fragment->y) < fragment->size / 2;
    return same_line && !last->soft_hyphen && fragment->x - (last->x + last->width) > fragment->size * 0.2F;
}

/* A space that ends where the fragment begins. */
static void show_space_before(struct drawing *drawing, struct line *line, const struct fragment *fragment)
{
    const struct typeface *face = face_with_space(drawing->typefaces, line->face);
    if (!face) return;
    double width = typeface_glyph(face, face->space)->width * line->size / 1000;
    buffer_add(&line->canvas->out, "1 0 0 1 ");
    canvas_point(line->canvas, fragment->x - width, fragment->y);
    canvas_operator(line->canvas, "Tm");
    show_space(drawing->typefaces, line);
    flush(line);
    line->pen = 0;
}

/* ---- links ---- */

static struct link_part *part_on(struct drawing *drawing, struct tag *link)
{
    if (link->last_part && link->last_part->page == drawing->page) return link->last_part;
    struct link_part *part = arena_make(drawing->arena, struct link_part);
    part->page = drawing->page;
    if (link->last_part) link->last_part->next = part;
    else link->first_part = part;
    return link->last_part = part;
}

/* On a line is what overlaps it by a quarter of the lower of both. */
static bool is_on_line(const float line[4], const float box[4])
{
    float overlap = fminf(line[3], box[3]) - fmaxf(line[1], box[1]);
    return overlap > fminf(line[3] - line[1], box[3] - box[1]) / 4 && box[0] >= line[0];
}

/* Text that runs both ways may have other text between the parts of a link. */
static bool touches(const float line[4], const float box[4])
{
    const float nearby = 0.1F;
    float overlap = fminf(line[3], box[3]) - fmaxf(line[1], box[1]);
    return overlap > fminf(line[3] - line[1], box[3] - box[1]) / 4 && box[0] < line[2] + nearby && box[2] > line[0] - nearby;
}

void note_link(struct drawing *drawing, struct tag *link, const float box[4], bool turned)
{
    struct link_part *part = part_on(drawing, link);
    float *line = part->count ? part->lines[part->count - 1] : NULL;
    if (line && (turned ? touches(line, box) : is_on_line(line, box))) {
        line[0] = fminf(line[0], box[0]);
        line[1] = fminf(line[1], box[1]);
        line[2] = fmaxf(line[2], box[2]);
        line[3] = fmaxf(line[3], box[3]);
        return;
    }
    part->lines = arena_grow(drawing->arena, part->lines, part->count, &part->capacity, sizeof *part->lines);
    memcpy(part->lines[part->count++], box, sizeof *part->lines);
}

static void note_text_of_link(struct drawing *drawing, struct tag *link, const struct fragment *fragment)
{
    const struct font_metrics *metrics = font_metrics(fragment->font);
    float top = fragment->y - metrics->ascent * fragment->size / 1000;
    float bottom = fragment->y + metrics->descent * fragment->size / 1000;
    note_link(drawing, link, (float[4]){fragment->x, top, fragment->x + fragment->width, bottom}, fragment->level > 0);
}

/* ---- the fragment ---- */

static bool same_line(const struct stroke_line *one, const struct stroke_line *other)
{
    const struct colour *a = &one->colour, *b = &other->colour;
    bool colour = a->red == b->red && a->green == b->green && a->blue == b->blue;
    return colour && fabsf(one->y - other->y) < 0.01F && fabsf(one->thickness - other->thickness) < 0.01F;
}

/* One line over neighbours that have the same; it is drawn when the text object is closed. */
static void note_line(struct drawing *drawing, const struct fragment *fragment, int which)
{
    const float nearby = 0.1F;
    const struct stroke_line *line = &fragment->lines[which];
    if (line->thickness <= 0) return;
    float left = drawing->lines[which].x, right = left + drawing->lines[which].width;
    bool same = drawing->lines[which].width > 0 && same_line(&drawing->lines[which].line, line);
    bool before = fabsf(fragment->x + fragment->width - left) < nearby;
    if (same && (before || fabsf(right - fragment->x) < nearby)) {
        drawing->lines[which].x = fminf(left, fragment->x);
        drawing->lines[which].width = fmaxf(right, fragment->x + fragment->width) - drawing->lines[which].x;
        return;
    }
    draw_line_of(drawing, which);
    drawing->lines[which].line = *line;
    drawing->lines[which].x = fragment->x;
    drawing->lines[which].width = fragment->width;
}

static void note_lines(struct drawing *drawing, const struct fragment *fragment)
{
    for (int i = 0; fragment->lines && i < LINE_COUNT; i++) note_line(drawing, fragment, i);
}

static void note_text(struct segment *segment, const struct cluster *cluster)
{
    if (!cluster->soft_hyphen) buffer_add_bytes(&segment->text, cluster->text, cluster->length);
    if (cluster->space_after) buffer_add_char(&segment->text, ' ');
}

/* Turned text turns the other way where y goes up. */
static void set_place(struct canvas *canvas, const struct fragment *fragment)
{
    const struct matrix *matrix = fragment->matrix;
    if (matrix) {
        const double numbers[] = {matrix->a, -matrix->b, -matrix->c, matrix->d};
        for (int i = 0; i < 4; i++) canvas_number(canvas, numbers[i], 5);
    } else {
        buffer_add(&canvas->out, "1 0 0 1 ");
    }
    canvas_point(canvas, fragment->x, fragment->y);
    canvas_operator(canvas, "Tm");
}

static void show_fragment(struct drawing *drawing, const struct fragment *fragment, struct segment *segment)
{
    struct canvas *canvas = &drawing->pages[drawing->page].canvas;
    struct line line = {.canvas = canvas, .face = typefaces_find(drawing->typefaces, fragment->font)};
    line.size = fragment->size > 0 ? fragment->size : 1;
    line.per_point = 1000 / line.size;
    line.tolerance = tolerance * line.per_point;
    line.leftward = fragment->level & 1;
    if (line.leftward) line.want = fragment->width * line.per_point;
    line.decimals = line.tolerance < 0.5 ? 1 : 0;
    canvas_set_fill(canvas, fragment->style->colour);
    canvas_open_text(canvas);
    canvas_set_font(canvas, line.face, line.size);
    if (needs_space(drawing, fragment, segment)) {
        show_space_before(drawing, &line, fragment);
        buffer_add_char(&segment->text, ' ');
    }
    set_place(canvas, fragment);
    struct cluster_walk walk = clusters_of(fragment);
    struct cluster cluster;
    while (clusters_next(&walk, &cluster)) {
        show_cluster(&line, fragment, &cluster, segment);
        if (segment && cluster.space_after) show_space(drawing->typefaces, &line);
        if (segment) note_text(segment, &cluster);
    }
    set_rise(&line, 0);
    flush(&line);
}

void draw_text(struct drawing *drawing, const struct fragment *fragment, struct segment *segment)
{
    show_fragment(drawing, fragment, segment);
    note_lines(drawing, fragment);
    if (segment && segment->tag->link) note_text_of_link(drawing, segment->tag->link, fragment);
    drawing->last = segment ? fragment : drawing->last;
    drawing->last_segment = segment ? segment : drawing->last_segment;
}
