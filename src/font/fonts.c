/* All fonts of a run, and the search by family, weight and slant. Only this file and fallback.c talk to
 * fontconfig. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "font/face.h"
#include "font/words.h"

struct choice {
    const char *key; /* the families, each ended by a line feed */
    int weight;
    bool italic;
    const struct font *font;
    struct choice *next;
};

/* ---- beginning and end ---- */

struct fonts *fonts_new(void)
{
    struct arena *arena = arena_new();
    struct fonts *fonts = arena_make(arena, struct fonts);
    fonts->arena = arena;
    pthread_mutex_init(&fonts->lock, NULL);
    fonts->shards = words_new(arena);
    return fonts;
}

void fonts_free(struct fonts *fonts)
{
    if (!fonts) return;
    for (size_t i = 0; i < fonts->face_count; i++) face_close(fonts->faces[i]);
    fallback_free(fonts->fallbacks);
    words_free(fonts->shards);
    if (fonts->config) FcConfigDestroy(fonts->config);
    pthread_mutex_destroy(&fonts->lock);
    arena_free(fonts->arena);
}

struct font *fonts_open(struct fonts *fonts, const char *path, unsigned index, enum usability *usability)
{
    *usability = FACE_USABLE;
    for (size_t i = 0; i < fonts->face_count; i++) {
        struct font *face = fonts->faces[i];
        if (face->index == index && strcmp(face->path, path) == 0) return face;
    }
    struct font *font = face_open(fonts->arena, path, index, usability);
    if (!font) return NULL;
    fonts->faces =
        arena_grow(fonts->arena, fonts->faces, fonts->face_count, &fonts->face_capacity, sizeof *fonts->faces);
    font->number = (unsigned)fonts->face_count;
    return fonts->faces[fonts->face_count++] = font;
}

bool fonts_first_telling(struct fonts *fonts, const char *what)
{
    for (size_t i = 0; i < fonts->told_count; i++) {
        if (strcmp(fonts->told[i], what) == 0) return false;
    }
    fonts->told = arena_grow(fonts->arena, fonts->told, fonts->told_count, &fonts->told_capacity, sizeof *fonts->told);
    fonts->told[fonts->told_count++] = arena_string(fonts->arena, what);
    return true;
}

/* ---- the faces of one family, the nearest first ---- */

struct candidate {
    const char *path;
    unsigned index;
    int distance[3]; /* width, slant, weight: compared in that order (CSS Fonts 3, clause 5.2) */
};

/* How far a face's weight is from the wanted one, in the order in which CSS Fonts 3, clause 5.2, tries them. */
static int weight_distance(int wanted, int weight)
{
    enum { SECOND_CHOICE = 1000, THIRD_CHOICE = 2000 };
    if (wanted >= 400 && wanted <= 500) {
        if (weight >= wanted && weight <= 500) return weight - wanted;
        return weight < wanted ? SECOND_CHOICE + wanted - weight : THIRD_CHOICE + weight - wanted;
    }
    bool on_the_way = wanted < 400 ? weight <= wanted : weight >= wanted;
    return (on_the_way ? 0 : SECOND_CHOICE) + abs(weight - wanted);
}

static int number_of(FcPattern *pattern, const char *object, int otherwise)
{
    int number;
    return FcPatternGetInteger(pattern, object, 0, &number) == FcResultMatch ? number : otherwise;
}

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *left = a, *right = b;
    for (size_t i = 0; i < 3; i++) {
        if (left->distance[i] != right->distance[i]) return left->distance[i] < right->distance[i] ? -1 : 1;
    }
    int order = strcmp(left->path, right->path);
    return order ? order : (left->index > right->index) - (left->index < right->index);
}

static struct candidate describe(FcPattern *pattern, int weight, bool italic)
{
    FcChar8 *path = NULL;
    FcPatternGetString(pattern, FC_FILE, 0, &path);
    bool slanted = number_of(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
    int own_weight = FcWeightToOpenType(number_of(pattern, FC_WEIGHT, FC_WEIGHT_NORMAL));
    return (struct candidate){
        .path = path ? (const char *)path : "",
        .index = (unsigned)number_of(pattern, FC_INDEX, 0),
        .distance = {abs(number_of(pattern, FC_WIDTH, FC_WIDTH_NORMAL) - FC_WIDTH_NORMAL), slanted != italic,
                     weight_distance(weight, own_weight)},
    };
}

static FcFontSet *list_family(struct fonts *fonts, const char *family)
{
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    FcObjectSet *objects = FcObjectSetBuild(FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_WIDTH, (char *)NULL);
    FcFontSet *set = FcFontList(fonts->config, pattern, objects);
    FcObjectSetDestroy(objects);
    FcPatternDestroy(pattern);
    return set;
}

enum finding { FAMILY_FOUND, FAMILY_MISSING, FAMILY_UNUSABLE };

/* `*reason`: why the nearest of its faces cannot be used. */
static enum finding find_in_family(struct fonts *fonts, const char *family, int weight, bool italic,
                                   const struct font **found, enum usability *reason)
{
    FcFontSet *set = list_family(fonts, family);
    size_t count = set ? (size_t)set->nfont : 0;
    struct candidate *candidates = arena_array(fonts->arena, count + 1, sizeof *candidates);
    for (size_t i = 0; i < count; i++) candidates[i] = describe(set->fonts[i], weight, italic);
    qsort(candidates, count, sizeof *candidates, compare_candidates);
    enum usability usability;
    *found = NULL;
    for (size_t i = 0; i < count && !*found; i++) {
        *found = fonts_open(fonts, candidates[i].path, candidates[i].index, &usability);
        if (i == 0) *reason = usability;
    }
    if (set) FcFontSetDestroy(set);
    return *found ? FAMILY_FOUND : count ? FAMILY_UNUSABLE : FAMILY_MISSING;
}

/* ---- generic families: fontconfig knows which real ones stand for them ---- */

static const char *generic_family(const char *family)
{
    static const char *const names[][2] = {{"sans-serif", "sans-serif"},    {"serif", "serif"},
                                           {"monospace", "monospace"},      {"system-ui", "sans-serif"},
                                           {"ui-sans-serif", "sans-serif"}, {"ui-serif", "serif"},
                                           {"ui-monospace", "monospace"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(family, names[i][0]) == 0) return names[i][1];
    }
    return NULL;
}

static const struct font *find_generic(struct fonts *fonts, const char *family, int weight, bool italic)
{
    FcPattern *pattern = FcPatternCreate();
    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)family);
    /* Without a language fontconfig takes that of the locale. */
    FcPatternAddString(pattern, FC_LANG, (const FcChar8 *)"en");
    FcConfigSubstitute(fonts->config, pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result;
    FcFontSet *set = FcFontSort(fonts->config, pattern, FcTrue, NULL, &result);
    const struct font *found = NULL;
    for (int i = 0; set && i < set->nfont && !found; i++) {
        FcChar8 *name = NULL;
        if (FcPatternGetString(set->fonts[i], FC_FAMILY, 0, &name) != FcResultMatch) continue;
        enum usability reason;
        find_in_family(fonts, (const char *)name, weight, italic, &found, &reason);
    }
    if (set) FcFontSetDestroy(set);
    FcPatternDestroy(pattern);
    return found;
}

/* ---- the list of families ---- */

enum { MOST_FAMILIES = 16 };

/* What became of a family of the list. */
struct attempt {
    enum finding finding;
    enum usability reason;
};

static void tell_missing(struct fonts *fonts, const char *family, const struct attempt *attempt,
                         const struct font *instead, struct messages *messages)
{
    if (!fonts_first_telling(fonts, family)) return;
    bool missing = attempt->finding == FAMILY_MISSING;
    message_add(messages, FONT_MISSING, fonts_asked_at(fonts, family), "the font “%s” %s; “%s” is used instead", family,
                missing ? "is not installed" : usability_reason(attempt->reason), instead->name);
}

static const struct font *search(struct fonts *fonts, const char *const *families, int weight, bool italic,
                                 struct messages *messages)
{
    struct attempt attempts[MOST_FAMILIES] = {0};
    const struct font *found = NULL;
    size_t tried = 0;
    for (; tried < MOST_FAMILIES && families[tried] && !found; tried++) {
        const char *generic = generic_family(families[tried]);
        struct attempt *attempt = &attempts[tried];
        if (generic) found = find_generic(fonts, generic, weight, italic);
        else attempt->finding = find_in_family(fonts, families[tried], weight, italic, &found, &attempt->reason);
    }
    if (!found) found = find_generic(fonts, "sans-serif", weight, italic);
    for (size_t i = 0; found && i < tried; i++) {
        if (attempts[i].finding != FAMILY_FOUND) tell_missing(fonts, families[i], &attempts[i], found, messages);
    }
    if (!found && fonts_first_telling(fonts, "")) {
        message_add(messages, FONT_NONE, (struct place){0},
                    "no font was found on this machine; one with TrueType outlines that may be embedded was expected");
        message_hint(messages, "install one, for instance the package fonts-lato");
    }
    return found;
}

static const struct choice *chosen(const struct choice *choices, const char *const *families, int weight, bool italic)
{
    for (const struct choice *choice = choices; choice; choice = choice->next) {
        if (choice->weight != weight || choice->italic != italic) continue;
        const char *key = choice->key;
        size_t i = 0;
        for (; families[i]; i++) {
            size_t length = strlen(families[i]);
            if (strncmp(key, families[i], length) != 0 || key[length] != '\n') break;
            key += length + 1;
        }
        if (!families[i] && !*key) return choice;
    }
    return NULL;
}

static struct choice *choose(struct fonts *fonts, const char *const *families, int weight, bool italic,
                             struct messages *messages)
{
    /* Reading its configuration takes fontconfig longer than a check takes altogether: not before a font is wanted. */
    if (!fonts->config) fonts->config = FcInitLoadConfigAndFonts();
    struct choice *choice = arena_make(fonts->arena, struct choice);
    struct buffer key = buffer_new(fonts->arena);
    for (size_t i = 0; families[i]; i++) {
        buffer_add(&key, families[i]);
        buffer_add_char(&key, '\n');
    }
    *choice = (struct choice){.key = buffer_text(&key), .weight = weight, .italic = italic, .next = fonts->choices};
    choice->font = search(fonts, families, weight, italic, messages);
    return fonts->choices = choice;
}

const struct font *font_find(struct fonts *fonts, const char *const *families, int weight, bool italic,
                             struct messages *messages)
{
    pthread_mutex_lock(&fonts->lock);
    const struct choice *choice = chosen(fonts->choices, families, weight, italic);
    if (!choice) choice = choose(fonts, families, weight, italic, messages);
    pthread_mutex_unlock(&fonts->lock);
    return choice->font;
}
