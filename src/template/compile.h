/* What the files of the compiler share. */
#ifndef TEMPLATE_COMPILE_H
#define TEMPLATE_COMPILE_H

#include "template/tags.h"

/* What stands for a name in a tag. */
struct word {
    const char *bytes;
    size_t length;
    bool dotted;  /* a name of the context; otherwise of a template or block */
    bool dynamic; /* there was an asterisk before it */
};

/* false: it cannot be a name (told). */
bool check_name(struct tag_reader *reader, const struct tag *tag, struct word word);

struct name make_name(struct arena *arena, struct word word);

/* A tag that was opened and waits for its closing tag. */
struct opened {
    struct tag tag;
    struct word word;
    size_t step; /* its own */
};

struct compiler {
    struct arena *arena;
    enum template_mode mode;
    struct tag_reader reader;
    struct program *program;
    size_t text; /* where the text starts that was not compiled yet */
    struct place text_place;
    struct opened opened[NESTING_LIMIT];
    size_t depth;
};

/* Adds a step at the tag's place. The pointer holds until the next is added. */
struct step *add_step(struct compiler *compiler, enum step_kind kind, const struct tag *tag, struct word word);

/* Directly inside a parent only arguments count. */
bool is_in_parent(const struct compiler *compiler);

/* Compiles the text up to `end`. `tag` is what follows, or NULL: when it begins a line, that line is begun. */
void compile_text(struct compiler *compiler, size_t end, const struct tag *tag);

/* The text that was not compiled yet starts here. */
void resume_text(struct compiler *compiler, size_t offset);

/* Sections, parents and blocks. */
void open_tag(struct compiler *compiler, const struct tag *tag, struct word word);
void close_tag(struct compiler *compiler, const struct tag *tag);

/* Tells what is open at the end of the template. */
void tell_open_tags(struct compiler *compiler);

#endif
