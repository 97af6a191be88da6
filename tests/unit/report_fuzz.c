/* Content cut off and changed at random, but the same at each run: loading must end, tell what is wrong and
 * leave a model that can be dumped and viewed. */
#include <stdint.h>

#include "base/file.h"
#include "report/report.h"
#include "folder.h"

enum { ROUNDS = 1500 };

static const char *const files[] = {"site.yaml",
                                    "institutions.yaml",
                                    "frameworks/klein-2025.yaml",
                                    "demo-2025/report.yaml",
                                    "demo-2025/judgments.yaml",
                                    "demo-2025/response.md",
                                    "demo-2025/introduction.md",
                                    "demo-2025/findings/1.md",
                                    "demo-2025/findings/2.md",
                                    "demo-2025/annexes/1-verantwoording.md"};

static const char *const scraps[] = {"\n",
                                     " ",
                                     "  ",
                                     "- ",
                                     ": ",
                                     "\"",
                                     "'",
                                     "#",
                                     "## ",
                                     "### Tekortkomingen\n",
                                     "## Oordeel\n",
                                     "[",
                                     "]",
                                     "{",
                                     "}",
                                     "&a ",
                                     "*a",
                                     "|",
                                     "|-|\n",
                                     "> ",
                                     "> [!CASE] x {#y}\n",
                                     "[^1]",
                                     "\n[^1]: x\n",
                                     "<b>",
                                     "](norm:1.1)",
                                     "~~",
                                     "`",
                                     "\t",
                                     "unknown",
                                     "é",
                                     "\xff",
                                     "\x01",
                                     "---\n",
                                     "1.1: \"-\"\n",
                                     "![x](../../y)",
                                     "    ",
                                     "null",
                                     "true",
                                     "2025-02-30",
                                     "kind: plan\nanswers: demo-2025\n",
                                     "\\"};

/* xorshift64: Marsaglia, "Xorshift RNGs", 2003. */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static size_t below(uint64_t *state, size_t limit)
{
    return limit ? (size_t)(next_random(state) % limit) : 0;
}

/* One change: cut the end off, take a stretch out, put a scrap in, double a stretch, or change a byte. */
static void change(struct buffer *out, const char *text, size_t length, uint64_t *state)
{
    size_t at = below(state, length + 1), stretch = below(state, length - at + 1);
    if (stretch > 40) stretch = below(state, 40);
    size_t kind = below(state, 5);
    buffer_add_bytes(out, text, at);
    if (kind == 0) return;
    if (kind == 2) buffer_add(out, scraps[below(state, sizeof scraps / sizeof *scraps)]);
    if (kind == 3) buffer_add_bytes(out, text + at, stretch);
    if (kind == 4) buffer_add_char(out, (char)(1 + below(state, 255)));
    size_t skipped = kind == 1 || kind == 4 ? stretch : 0;
    buffer_add_bytes(out, text + at + skipped, length - at - skipped);
}

static void use(struct arena *own, const char *folder)
{
    struct messages *told = messages_new(own);
    const struct publication *publication = report_load(own, folder, told);
    struct insertions insertions = {0};
    struct buffer out = buffer_new(own);
    ck_assert_ptr_nonnull(publication);
    report_dump(&out, publication);
    for (size_t i = 0; i < publication->report_count; i++)
        report_view(own, publication, publication->reports[i], value_map(own), &insertions);
    report_start_view(own, publication, value_map(own), &insertions);
    ck_assert_uint_lt(messages_total(told), 500);
    suite_text(own, told);
}

static void round_of(const char *folder, const char *file, uint64_t *state)
{
    struct arena *own = arena_new();
    struct buffer changed = buffer_new(own);
    size_t length = 0;
    const char *path = file_join(own, folder, file);
    const char *text = (const char *)file_read_bytes(own, path, &length, messages);
    ck_assert_ptr_nonnull(text);
    change(&changed, text, length, state);
    while (below(state, 3) == 0) {
        struct buffer again = buffer_new(own);
        change(&again, buffer_text(&changed), changed.length, state);
        changed = again;
    }
    folder_write(path, buffer_text(&changed), changed.length);
    use(own, folder);
    folder_write(path, text, length);
    arena_free(own);
}

START_TEST(changed_content_is_told_of)
{
    const char *folder = folder_new();
    folder_copy("tests/golden/report/base", folder);
    uint64_t state = 0x9E3779B97F4A7C15u;
    for (size_t i = 0; i < ROUNDS; i++) round_of(folder, files[i % (sizeof files / sizeof *files)], &state);
    folder_remove(folder);
}
END_TEST

/* `line` a thousand times and more in one file: what is told stays short, and so does the time. */
static void flood(const char *file, const char *begin, const char *line, size_t count)
{
    const char *folder = folder_new();
    folder_copy("tests/golden/report/base", folder);
    struct arena *own = arena_new();
    struct buffer text = buffer_new(own);
    buffer_add(&text, begin);
    for (size_t i = 0; i < count; i++) {
        const char *number = strchr(line, '@');
        buffer_add_bytes(&text, line, number ? (size_t)(number - line) : strlen(line));
        if (number) buffer_format(&text, "%zu%s", i, number + 1);
    }
    folder_write(file_join(own, folder, file), buffer_text(&text), text.length);
    use(own, folder);
    arena_free(own);
    folder_remove(folder);
}

START_TEST(floods_are_told_of_in_short)
{
    flood("demo-2025/findings/1.md", "", "## 1.@\n\n", 50000);
    flood("demo-2025/findings/1.md", "## Oordeel\n\nx\n\n## 1.1\n\n", "### Tekortkomingen\n\n- x\n\n", 50000);
    flood("demo-2025/findings/1.md", "## 1.1\n\n### Tekortkomingen\n\n", "- x\n\ny\n\n", 50000);
    flood("demo-2025/summary.md", "", "# @\n\n", 50000);
    flood("demo-2025/summary.md", "# x\n\n", "#### @ ![x](y@)\n\n", 50000);
    flood("demo-2025/judgments.yaml", "themes: {}\nnorms:\n", "  a@: x\n", 2000);
    flood("demo-2025/judgments.yaml", "norms: {}\nthemes:\n", "  a@: x\n", 2000);
    flood("demo-2025/judgments.yaml", "norms: {}\nthemes:\n", "  a@: x\n", 50000);
    flood("demo-2025/report.yaml", "inspectorates:\n", "  - {a: 1, a: 2}\n", 50000);
    flood("frameworks/klein-2025.yaml", "themes:\n", "  - {id: a, title: x, norms: [{id: b, title: x, label: y}]}\n",
          200);
    flood("institutions.yaml", "", "a@: {kind: region, name: x, parent: b}\n", 2000);
    flood("institutions.yaml", "", "a@: {kind: x, nam: x, parent: a1}\n", 2000);
}
END_TEST

int main(void)
{
    TCase *tests = suite_tests();
    tcase_add_test(tests, floods_are_told_of_in_short);
    tcase_add_test(tests, changed_content_is_told_of);
    return suite_run("report: fuzz", tests);
}
