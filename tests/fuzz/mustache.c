/* Mustache: a template and its data, in both modes. The template is the first part of the input, its data in YAML the second;
 * it may call itself, and `part`. */
#include "content/content.h"
#include "fuzz.h"
#include "template/template.h"

static void render(struct run *run, enum template_mode mode, const struct source *source, const struct value *data)
{
    static const char part[] = "{{#items}}{{.}}{{/items}}{{$body}}leeg{{/body}}\n";
    struct templates *templates = templates_new(run->arena, mode);
    templates_add(templates, "part", fuzz_source(run, "part.mustache", part, sizeof part - 1), run->messages);
    size_t errors = messages_count(run->messages, SEVERITY_ERROR);
    struct merged_text merged = {0};
    bool added = templates_add(templates, "main", source, run->messages);
    bool rendered = added && template_render(run->arena, templates, "main", data, &merged, run->messages);
    promise(rendered == (messages_count(run->messages, SEVERITY_ERROR) == errors), "rendered or told, and not both");
    if (!rendered) return;
    size_t lines = 1;
    for (size_t i = 0; i < merged.length; i++) lines += merged.text[i] == '\n';
    promise(merged.line_count == lines, "%zu lines have %zu places", lines, merged.line_count);
}

static void fuzz(struct run *run)
{
    size_t first, second = fuzz_second(run, &first);
    const struct source *source = fuzz_source(run, "main.mustache", run->bytes, first);
    const struct source *yaml = fuzz_source(run, "data.yaml", run->bytes + second, run->length - second);
    const struct value *data = yaml ? content_read_yaml(run->arena, yaml, run->messages) : NULL;
    if (!source || !data) return;
    render(run, TEMPLATE_LENIENT, source, data);
    render(run, TEMPLATE_STRICT, source, data);
}
