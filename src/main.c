/* oordeel: choose the command, print messages, give the exit status. */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "commands/commands.h"

struct command {
    const char *name, *arguments, *summary;
    enum status (*run)(struct arena *, const struct request *, struct messages *, struct outcome *);
};

static const struct command commands[] = {
    {"build", "[FOLDER]", "build the site and the PDFs of a content folder (default: content)", command_build},
    {"check", "[FOLDER]", "tell every mistake in a content folder, and write nothing", command_check},
    {"new", "KIND NAME [FOLDER]", "begin a report, and the content folder when there is none", command_new},
    {"dump", "STAGE [PATH]", "print what one stage hands to the next", command_dump},
};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands, MOST_JOBS = 64 };

enum option_key {
    OPTION_FORMAT = 256, OPTION_JOBS, OPTION_DATA, OPTION_TIMINGS, OPTION_DRAFTS, OPTION_DATE, OPTION_HELP, OPTION_VERSION
};

static const struct option options[] = {
    {"output", required_argument, NULL, 'o'},        {"format", required_argument, NULL, OPTION_FORMAT},
    {"jobs", required_argument, NULL, 'j'},          {"data", required_argument, NULL, OPTION_DATA},
    {"timings", no_argument, NULL, OPTION_TIMINGS},  {"drafts", no_argument, NULL, OPTION_DRAFTS},
    {"date", required_argument, NULL, OPTION_DATE},  {"help", no_argument, NULL, 'h'},
    {"version", no_argument, NULL, OPTION_VERSION},  {0},
};

static void print_list(const char *what, const char *const *words)
{
    fputs(what, stdout);
    for (; *words; words++) printf("%s%s", *words, words[1] ? ", " : "\n");
}

static void print_help(void)
{
    puts("Usage: oordeel COMMAND [OPTION]... [ARGUMENT]...\n"
         "Build inspection reports as a site and as accessible PDF from Markdown findings and judgment data.\n\n"
         "Commands:");
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        printf("  %-5s %-18s %s\n", commands[i].name, commands[i].arguments, commands[i].summary);
    }
    print_list("\nKinds of report: ", report_kind_names);
    print_list("Stages of dump: ", dump_stages);
    puts("\nOptions:\n"
         "  -o, --output=DIR      where the site goes (default: build/site)\n"
         "      --format=LIST     of build: html, pdf or html,pdf (default: both)\n"
         "      --format=FORM     of check: text, json or sarif (default: text)\n"
         "      --drafts          also the drafts; the output is a preview and says so\n"
         "      --date=YYYY-MM-DD the day of publication: a report under embargo is built from its day on\n"
         "  -j, --jobs=N          reports that are built at once (default: the number of processors)\n"
         "      --data=FOLDER     the folder with templates/ and styles/\n"
         "      --timings         tell how long each stage took\n"
         "  -h, --help            this text\n"
         "      --version         the version\n\n"
         "Exit status: 0 all is fine, 1 mistakes in content, 2 could not run. See oordeel(1).");
}

static int refuse(const char *format, const char *word)
{
    fputs("oordeel: ", stderr);
    fprintf(stderr, format, word);
    fputs("\nTry 'oordeel --help'.\n", stderr);
    return STATUS_UNABLE;
}

/* "html", "pdf" or both with a comma. */
static bool read_formats(struct request *request)
{
    const char *list = request->format;
    request->html = request->pdf = false;
    while (*list) {
        size_t length = strcspn(list, ",");
        if (length == 4 && strncmp(list, "html", 4) == 0) request->html = true;
        else if (length == 3 && strncmp(list, "pdf", 3) == 0) request->pdf = true;
        else return false;
        list += length;
        if (*list == ',') list++;
    }
    return request->html || request->pdf;
}

static bool read_telling(struct request *request)
{
    static const char *const names[] = {
        [TELLING_TEXT] = "text", [TELLING_JSON] = "json", [TELLING_SARIF] = "sarif"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(names[i], request->format) != 0) continue;
        request->telling = (enum telling)i;
        return true;
    }
    return false;
}

/* What --format means depends on the command. -1 to go on, otherwise the exit status. */
static int read_format(const struct command *command, struct request *request)
{
    if (!request->format) return -1;
    if (command->run == command_check && !read_telling(request))
        return refuse("'%s' is no format of check; expected text, json or sarif", request->format);
    if (command->run == command_build && !read_formats(request))
        return refuse("'%s' is no format; expected html, pdf or html,pdf", request->format);
    if (command->run == command_dump || command->run == command_new) return refuse("%s has no --format", command->name);
    return -1;
}

static bool read_jobs(const char *text, struct request *request)
{
    char *end;
    long jobs = strtol(text, &end, 10);
    if (*end || end == text || jobs < 1 || jobs > MOST_JOBS) return false;
    request->jobs = (unsigned)jobs;
    return true;
}

/* Reads the options into the request; -1 to go on, otherwise the exit status. */
static int read_options(int count, char **arguments, struct request *request)
{
    for (int key; (key = getopt_long(count, arguments, "o:j:h", options, NULL)) != -1;) {
        switch (key) {
        case 'o': request->output = optarg; break;
        case 'j':
            if (!read_jobs(optarg, request)) return refuse("'%s' is no number of jobs; expected 1 to 64", optarg);
            break;
        case OPTION_FORMAT: request->format = optarg; break;
        case OPTION_DATA: request->data = optarg; break;
        case OPTION_DRAFTS: request->edition.drafts = true; break;
        case OPTION_DATE:
            if (!request_read_date(request, optarg))
                return refuse("'%s' is no day; expected one such as 2025-12-01", optarg);
            break;
        case OPTION_TIMINGS: request->timings = true; break;
        case 'h': print_help(); return STATUS_FINE;
        case OPTION_VERSION: puts("oordeel " VERSION); return STATUS_FINE;
        default: fputs("Try 'oordeel --help'.\n", stderr); return STATUS_UNABLE;
        }
    }
    return -1;
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(commands[i].name, name) == 0) return &commands[i];
    }
    return NULL;
}

static bool is_one_of(const char *word, const char *const *words)
{
    while (*words && strcmp(*words, word) != 0) words++;
    return *words;
}

/* What the command needs before its folder: a stage, or a kind and a name. -1 to go on, otherwise the exit status. */
static int read_needed(int count, char **words, struct request *request, const struct command *command)
{
    if (command->run == command_dump) {
        if (count < 1) return refuse("%s", "dump needs a stage");
        if (!is_one_of(words[0], dump_stages)) return refuse("'%s' is no stage of dump", words[0]);
        request->stage = words[0];
    }
    if (command->run == command_new) {
        if (count < 2) return refuse("%s", "new needs a kind of report and a name, as in 'oordeel new gi-report jb-noord-2025'");
        if (!is_one_of(words[0], report_kind_names)) return refuse("'%s' is no kind of report", words[0]);
        request->kind = words[0];
        request->name = words[1];
    }
    return -1;
}

/* The words after the options: command, stage of dump, folder. -1 to go on, otherwise the exit status. */
static int read_words(int count, char **words, struct request *request, const struct command **command)
{
    if (count == 0) return refuse("%s", "a command is missing: build, check, new or dump");
    *command = find_command(words[0]);
    if (!*command) return refuse("'%s' is no command; expected build, check, new or dump", words[0]);
    int status = read_needed(count - 1, words + 1, request, *command);
    if (status >= 0) return status;
    int used = (*command)->run == command_new ? 3 : (*command)->run == command_dump ? 2 : 1;
    if (used < count) request->folder = words[used++];
    if (used < count) return refuse("'%s' is one word too many", words[used]);
    return read_format(*command, request);
}

static unsigned processors(void)
{
    long number = sysconf(_SC_NPROCESSORS_ONLN);
    return number < 1 ? 1 : number > MOST_JOBS ? MOST_JOBS : (unsigned)number;
}

static void print_number(FILE *stream, size_t number, const char *what)
{
    fprintf(stream, "%zu %s%s", number, what, number == 1 ? "" : "s");
}

/* At a terminal the messages end with their number: "3 errors, 1 warning". */
static void print_count(struct told told)
{
    const struct {
        size_t number;
        const char *what;
    } parts[] = {{told.errors, "error"}, {told.warnings, "warning"}, {told.notes, "note"}};
    bool any = false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].number == 0) continue;
        if (any) fputs(", ", stderr);
        print_number(stderr, parts[i].number, parts[i].what);
        any = true;
    }
    if (any) fputc('\n', stderr);
}

static void print_left_out(const struct outcome *outcome)
{
    if (outcome->drafts) print_number(stdout, outcome->drafts, "draft");
    if (outcome->drafts && outcome->embargoes) fputs(" and ", stdout);
    if (outcome->embargoes) print_number(stdout, outcome->embargoes, "report");
    if (outcome->embargoes) fputs(" under embargo", stdout);
    puts(" left out: see --drafts and --date");
}

/* A person at a terminal hears that all went well and where to look; a script does not need it. */
static void print_end(const struct command *command, const struct request *request, const struct outcome *outcome,
                      bool warned)
{
    if (command->run == command_dump) return;
    if (command->run == command_new) {
        printf("%s/%s begun; look with: oordeel build %s --drafts\n", request->folder, request->name, request->folder);
        return;
    }
    print_number(stdout, outcome->reports, "report");
    if (command->run == command_check) puts(warned ? ", no errors" : ", no mistakes");
    else if (request->html) printf(", built: open %s/index.html\n", request->output);
    else printf(", built in %s\n", request->output);
    if (command->run == command_build && outcome->drafts + outcome->embargoes > 0) print_left_out(outcome);
}

/* Messages for people go to standard error, those for programs to standard output. */
static struct told tell(const struct messages *messages, const struct request *request)
{
    const char *no_colour = getenv("NO_COLOR");
    switch (request->telling) {
    case TELLING_JSON: return messages_print_json(messages, stdout, request->folder, VERSION);
    case TELLING_SARIF: return messages_print_sarif(messages, stdout, request->folder, VERSION);
    default: return messages_print(messages, stderr, isatty(STDERR_FILENO) && !(no_colour && *no_colour));
    }
}

/* Gives the exit status. */
static int run(int count, char **arguments)
{
    struct request request = {
        .folder = "content", .output = "build/site", .html = true, .pdf = true, .jobs = processors()};
    const struct command *command = NULL;
    int status = read_options(count, arguments, &request);
    if (status < 0) status = read_words(count - optind, arguments + optind, &request, &command);
    if (status >= 0) return status;
    struct arena *arena = arena_new();
    struct messages *messages = messages_new(arena);
    struct outcome outcome = {0};
    status = (int)command->run(arena, &request, messages, &outcome);
    struct told told = tell(messages, &request);
    bool people = request.telling == TELLING_TEXT;
    if (people && isatty(STDERR_FILENO)) print_count(told);
    if (people && status == STATUS_FINE && isatty(STDOUT_FILENO))
        print_end(command, &request, &outcome, told.warnings > 0);
    arena_free(arena);
    return status;
}

/* What was printed has arrived, or the status says that it has not. */
int main(int count, char **arguments)
{
    int status = run(count, arguments);
    bool lost = ferror(stdout);
    if (fflush(stdout) == 0 && !lost) return status;
    fprintf(stderr, "oordeel: standard output cannot be written%s%s\n", lost ? "" : ": ", lost ? "" : strerror(errno));
    return STATUS_UNABLE;
}
