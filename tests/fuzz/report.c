/* A whole build in memory: content of which the input is one file is loaded, composed, laid out and written as PDF. */
#include "commands/citing.h"
#include "commands/press.h"
#include "compose/compose.h"
#include "content.h"
#include "printed.h"

static struct press *press;
static struct arena *press_arena;

static void close_press(void)
{
    press_free(press);
    arena_free(press_arena);
}

static void open_press(void)
{
    if (press) return;
    atexit(close_press);
    press_arena = arena_new();
    press = press_load(press_arena, ".", content_folder, messages_new(press_arena));
    promise(press, "no press");
}

static void build(struct run *run, const struct publication *publication, const struct report *report)
{
    struct composer composer = press_composer(press, report->language);
    composer.passages = citing_needed(run->arena, press, publication, report, run->messages);
    size_t told = messages_count(run->messages, SEVERITY_ERROR);
    struct node *document = compose_report(run->arena, &composer, publication, report, run->messages);
    if (!document) promise(messages_count(run->messages, SEVERITY_ERROR) > told, "no document, and nobody told why");
    if (!document) return;
    printed_check_site(run, document);
    struct print printed = {.root = document, .images = &report->images, .sheet_count = press->sheet_count};
    promise(press->sheet_count <= SHEETS_MOST, "more sheets than a target holds");
    memcpy(printed.sheets, press->sheets, press->sheet_count * sizeof *press->sheets);
    printed_fonts = press->fonts, printed_hyphenator = press->hyphenator;
    printed_whole(run, &printed);
}

static void fuzz(struct run *run)
{
    struct publication *publication = content_load(run);
    if (!publication || messages_count(run->messages, SEVERITY_ERROR) > 0) return;
    open_press();
    for (size_t i = 0; i < publication->report_count; i++) build(run, publication, publication->reports[i]);
    if (messages_count(run->messages, SEVERITY_ERROR) > 0) return;
    struct composer composer = press_composer(press, publication->language);
    struct node *start = compose_start(run->arena, &composer, publication, run->messages);
    promise(start, "no start page");
    printed_check_site(run, start);
}
