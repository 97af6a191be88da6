#include "commands/start_page.h"

#include "commands/web_fonts.h"

void start_page_write(struct arena *arena, const struct press *press, const struct publication *publication,
                      struct output *output, struct messages *messages)
{
    struct composer composer = press_composer(press, publication->language);
    const struct node *main = compose_start(arena, &composer, publication, messages);
    struct site site = press_site(press, publication, publication->language, output);
    if (main) site_write_start(arena, &site, main, messages);
    struct site_font fonts[WEB_FONT_MOST];
    struct site_assets assets = {.styles = press->styles, .house = press->house, .fonts = fonts};
    assets.font_count = web_fonts(arena, press, fonts, messages);
    site_write_assets(arena, &site, &assets, messages);
}
