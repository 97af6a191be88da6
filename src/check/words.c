#include "check/words.h"

#include <string.h>

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* ---- Dutch ---- */

static const struct number_word dutch_numbers[] = {
    {"acht", 8},      {"achttien", 18}, {"dertien", 13}, {"dertig", 30},   {"drie", 3},    {"duizend", 1000},
    {"een", 1},       {"elf", 11},      {"geen", 0},     {"honderd", 100}, {"negen", 9},   {"negentien", 19},
    {"negentig", 90}, {"nul", 0},       {"tachtig", 80}, {"tien", 10},     {"twaalf", 12}, {"twee", 2},
    {"twintig", 20},  {"veertien", 14}, {"veertig", 40}, {"vier", 4},      {"vijf", 5},    {"vijftien", 15},
    {"vijftig", 50},  {"zes", 6},       {"zestien", 16}, {"zestig", 60},   {"zeven", 7},   {"zeventien", 17},
    {"zeventig", 70},
};

static const struct words dutch = {
    .code = "nl",
    .thousands = '.',
    .decimal = ',',
    .numbers = dutch_numbers,
    .number_count = COUNT(dutch_numbers),
    .joined_numbers = true,
    .months = {{"januari", "jan"},
               {"februari", "feb"},
               {"maart", "mrt"},
               {"april", "apr"},
               {"mei"},
               {"juni", "jun"},
               {"juli", "jul"},
               {"augustus", "aug"},
               {"september", "sep", "sept"},
               {"oktober", "okt"},
               {"november", "nov"},
               {"december", "dec"}},
    .weekdays = {"maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"},
    .lists[LIST_ABBREVIATED] =
        LIST("art", "blz", "bijv", "ca", "dd", "dhr", "dr", "drs", "etc", "excl", "incl", "ir", "jl", "jan", "feb",
             "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec", "mevr", "mr", "mw", "nl", "nr",
             "nrs", "pag", "prof", "resp", "st", "tel", "vgl", "vs"),
    .lists[LIST_OUT_OF] =
        LIST("van", "van de", "van deze", "van die", "van onze", "van hun", "van totaal", "van in totaal",
             "van de totaal", "van de in totaal", "van het totaal van", "van alle", "van haar", "van zijn"),
    .lists[LIST_WHICH] = LIST("totaal", "ruim", "circa", "ongeveer", "onderzochte", "bekeken", "beoordeelde", "eerste",
                              "laatste", "overige", "andere", "gesproken", "gescreende"),
    .there = "er",
    .lists[LIST_UNITS] = LIST("dag", "dagen", "week", "weken", "maand", "maanden", "jaar", "uur", "keer", "minuten",
                              "fte", "euro", "kilometer", "werkdagen", "procent"),
    .lists[LIST_JUDGING] = LIST("is", "zijn", "als", "luidt", "oordeel", "was"),
    .lists[LIST_COUNTED] =
        LIST("ouders", "jeugdigen", "kinderen", "gezinnen", "dossiers", "gevallen", "medewerkers", "jeugdzorgwerkers",
             "jeugdbeschermers", "invullers", "respondenten", "clienten", "maatregelen", "plannen", "professionals",
             "casussen", "zaken", "normen", "themas", "gesprekken", "gemeenten", "personen"),
    .lists[LIST_ABOUT] = LIST("ongeveer", "circa", "ruim", "bijna", "ca", "krap", "zo'n", "zo’n", "meer", "minder"),
    .lists[LIST_NUMBERED] =
        LIST("artikel", "art", "artikelen", "hoofdstuk", "hoofdstukken", "paragraaf", "norm", "normen", "thema", "lid",
             "bijlage", "bladzijde", "blz", "pagina", "pag", "p", "tabel", "figuur", "stap", "fase", "week", "weken",
             "nummer", "nr", "nrs", "groep", "versie", "kader", "punt", "vraag", "deel", "onderdeel", "cijfer",
             "kwartaal", "dag", "jaar", "sinds", "tot", "vanaf", "tussen"),
    .lists[LIST_REMAINING] = LIST("andere", "overige", "resterende"),
    .lists[LIST_COMPARED] =
        LIST("was", "waren", "tegenover", "tegen", "gestegen", "gedaald", "stijging", "daling", "steeg", "daalde",
             "naar", "gemiddeld", "gemiddelde", "landelijk", "landelijke", "respectievelijk", "hoger", "lager",
             "hogere", "lagere", "verder", "daarnaast", "bovendien", "eerder", "vorig", "vorige", "kwartaal", "terwijl",
             "tot", "tussen", "verloop", "verzuim", "norm", "instroom", "uitstroom", "meerdere", "mogelijk"),
    .percent = "procent",
    .lists[LIST_DENYING] = LIST("niet", "ontevreden", "oneens"),
    .lists[LIST_VISITING] = LIST("bezochten", "bezocht"),
    .inspectorates = "inspecties",
    .they = "zij",
    .lists[LIST_TOTALS] = LIST("totaal", "samen", "som", "alles samen", "in totaal", "totaal aantal", "eindtotaal"),
    .lists[LIST_PARTS_OF] = LIST("waarvan", "subtotaal", "gemiddeld", "gemiddelde", "daarvan", "mediaan", "norm"),
    .lists[LIST_LISTED] =
        LIST("oorzaken", "redenen", "punten", "aandachtspunten", "onderdelen", "stappen", "vragen", "normen", "themas",
             "thema’s", "thema's", "voorwaarden", "factoren", "gevolgen", "knelpunten", "risicos", "risico’s",
             "risico's", "doelen", "kenmerken", "fases", "fasen", "pijlers", "sporen", "onderwerpen", "eisen",
             "conclusies", "aanbevelingen", "uitgangspunten", "tekortkomingen", "verbeterpunten", "hoofdvragen",
             "deelvragen", "verwachtingen", "afspraken"),
    .lists[LIST_FROM] = LIST("van", "tussen", "vanaf"),
    .lists[LIST_UNTIL] = LIST("tot", "tot en met", "tot aan"),
    .lists[LIST_BETWEEN] = LIST("tussen"),
    .lists[LIST_AND] = LIST("en"),
    .lists[LIST_FUTURE] = LIST("uiterlijk", "voor", "tot", "vanaf", "per", "na", "zal", "zullen", "wordt", "worden",
                               "gaat", "gaan", "verwacht", "verwachten", "plant", "plannen", "gepland", "streeft",
                               "streven", "beoogd", "beoogde", "binnen", "moet", "moeten", "kan", "kunnen", "wil",
                               "willen", "volgt", "volgen", "verloopt", "loopt", "eindigt", "ingang", "komt", "komen",
                               "duurt", "geldt", "start", "begint", "stuurt", "sturen", "dient", "dienen"),
    .lists[LIST_DEADLINE] = LIST("uiterlijk"),
    .lists[LIST_INTRODUCING] =
        LIST("hierna", "verder", "afgekort", "ook wel", "hierna te noemen", "hierna samen", "hierna ook"),
    .lists[LIST_MEANING] = LIST("betekent", "staat", "heet"),
    .lists[LIST_KNOWN] =
        LIST("ADHD", "AI", "ANBI", "ANWB", "AOW", "AVG", "BSN", "BTW", "BV", "CAO", "CBS", "CEO", "DNA", "EHBO", "EU",
             "FTE", "GGD", "GGZ", "HAVO", "HBO", "HIV", "HR", "IBAN", "ICT", "ID", "IQ", "ISBN", "ISO", "IT", "KvK",
             "MBO", "MKB", "NEN", "NL", "NOS", "NV", "OK", "PDCA", "PDF", "RSIN", "RvB", "RvT", "SMS", "TV", "URL",
             "USB", "UWV", "VAVO", "VMBO", "VN", "VS", "VSO", "VWO", "WO", "ZZP", "MT", "WW", "XML", "YAML", "HTML",
             "CSV", "BRP", "GPS", "CV", "BN", "NB", "PS"),
    .lists[LIST_UNCLEAR] = LIST("hier", "klik hier", "klik", "lees meer", "lees verder", "meer", "meer informatie",
                                "link", "deze link", "via deze link", "website", "deze website", "deze pagina",
                                "pagina", "download", "zie hier", "daar", "document", "bestand"),
    .lists[LIST_PICTURE_WORDS] =
        LIST("afbeelding", "figuur", "foto", "plaatje", "grafiek", "illustratie", "diagram", "logo", "beeld", "schema"),
    .lists[LIST_DOUBLED] =
        LIST("de", "een", "en", "van", "is", "niet", "te", "wordt", "worden", "deze", "ook", "wij", "zij"),
    .lists[LIST_UNFINISHED] =
        LIST("lorem ipsum", "nog aanvullen", "nog invullen", "nog in te vullen", "nog uitwerken", "nader in te vullen",
             "nader aan te vullen", "tekst volgt", "nog te bepalen", "nog schrijven", "hier invullen", "naam invullen",
             "datum invullen", "aantal invullen"),
    .lists[LIST_PLACEHOLDERS] = LIST("naam", "namen", "datum", "aantal", "plaats", "invullen", "aanvullen", "tekst",
                                     "bedrag", "percentage", "instelling", "jaar", "maand", "nummer", "titel", "hier"),
    .lists[LIST_BORN] =
        LIST("geboren op", "geboren", "geb", "geboortedatum", "geboortedag", "geboren te", "geboren in"),
    .lists[LIST_IDENTITY] = LIST("bsn", "burgerservicenummer", "sofinummer", "sofi-nummer", "bsn-nummer"),
    .lists[LIST_ORGANISATION] =
        LIST("rsin", "fiscaal nummer", "kvk", "kvk-nummer", "btw-nummer", "vestigingsnummer", "isbn"),
};

/* ---- English ---- */

static const struct number_word english_numbers[] = {
    {"eight", 8},   {"eighteen", 18}, {"eighty", 80}, {"eleven", 11},   {"fifteen", 15},   {"fifty", 50},
    {"five", 5},    {"forty", 40},    {"four", 4},    {"fourteen", 14}, {"nine", 9},       {"nineteen", 19},
    {"ninety", 90}, {"none", 0},      {"one", 1},     {"seven", 7},     {"seventeen", 17}, {"seventy", 70},
    {"six", 6},     {"sixteen", 16},  {"sixty", 60},  {"ten", 10},      {"thirteen", 13},  {"thirty", 30},
    {"three", 3},   {"twelve", 12},   {"twenty", 20}, {"two", 2},       {"zero", 0},
};

static const struct words english = {
    .code = "en",
    .thousands = ',',
    .decimal = '.',
    .numbers = english_numbers,
    .number_count = COUNT(english_numbers),
    .capital_months = true,
    .months = {{"january", "jan"},
               {"february", "feb"},
               {"march", "mar"},
               {"april", "apr"},
               {"may"},
               {"june", "jun"},
               {"july", "jul"},
               {"august", "aug"},
               {"september", "sep", "sept"},
               {"october", "oct"},
               {"november", "nov"},
               {"december", "dec"}},
    .weekdays = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"},
    .lists[LIST_ABBREVIATED] =
        LIST("art", "ca", "cf", "dr", "e.g", "eg", "etc", "fig", "i.e", "ie", "jan", "feb", "mar", "apr", "jun", "jul",
             "aug", "sep", "sept", "oct", "nov", "dec", "mr", "mrs", "ms", "pp", "prof", "st", "tel", "vs"),
    .lists[LIST_OUT_OF] = LIST("of", "of the", "out of", "out of the", "of these", "of those", "of all", "of our",
                               "of their", "of a total of", "of the total of", "out of a total of"),
    .lists[LIST_WHICH] =
        LIST("total", "about", "around", "examined", "reviewed", "first", "last", "remaining", "other"),
    .there = "there",
    .lists[LIST_UNITS] = LIST("day", "days", "week", "weeks", "month", "months", "year", "years", "hours", "times",
                              "minutes", "fte", "euros", "percent"),
    .lists[LIST_JUDGING] = LIST("is", "are", "as", "reads", "verdict", "was"),
    .lists[LIST_COUNTED] =
        LIST("parents", "children", "families", "files", "cases", "employees", "workers", "respondents", "clients",
             "measures", "plans", "professionals", "norms", "themes", "interviews", "municipalities", "people"),
    .lists[LIST_ABOUT] =
        LIST("about", "around", "almost", "nearly", "over", "some", "approximately", "more", "fewer", "less"),
    .lists[LIST_NUMBERED] =
        LIST("article", "articles", "chapter", "chapters", "section", "norm", "norms", "theme", "annex", "page", "p",
             "pp", "table", "figure", "step", "phase", "week", "weeks", "number", "no", "nos", "group", "version",
             "item", "question", "part", "grade", "quarter", "day", "year", "since", "until", "from", "between", "act",
             "on", "april", "august", "december", "february", "january", "july", "june", "march", "may", "november",
             "october", "september"),
    .lists[LIST_REMAINING] = LIST("other", "remaining"),
    .lists[LIST_COMPARED] =
        LIST("was", "were", "against", "rose", "fell", "rise", "fall", "average", "national", "nationally",
             "respectively", "higher", "lower", "also", "besides", "moreover", "earlier", "previous", "last", "quarter",
             "while", "whereas", "to", "between", "turnover", "absence", "several", "possible"),
    .percent = "percent",
    .lists[LIST_DENYING] = LIST("not", "dissatisfied", "disagree"),
    .lists[LIST_VISITING] = LIST("visited"),
    .inspectorates = "inspectorates",
    .they = "they",
    .lists[LIST_TOTALS] = LIST("total", "together", "sum", "all", "in total", "total number", "grand total"),
    .lists[LIST_PARTS_OF] = LIST("of which", "subtotal", "average", "mean", "median", "norm"),
    .lists[LIST_LISTED] =
        LIST("causes", "reasons", "points", "parts", "steps", "questions", "norms", "themes", "conditions", "factors",
             "consequences", "obstacles", "risks", "goals", "features", "phases", "pillars", "tracks", "subjects",
             "requirements", "conclusions", "recommendations", "principles", "shortcomings", "improvements",
             "expectations", "agreements"),
    .lists[LIST_FROM] = LIST("from", "between"),
    .lists[LIST_UNTIL] = LIST("to", "until", "till", "through", "up to"),
    .lists[LIST_BETWEEN] = LIST("between"),
    .lists[LIST_AND] = LIST("and"),
    .lists[LIST_FUTURE] =
        LIST("by", "before", "until", "from", "after", "will", "shall", "expects", "expect", "expected", "plans",
             "planned", "aims", "within", "must", "can", "may", "wants", "follows", "ends", "runs", "starts", "begins",
             "applies", "comes", "sends", "send", "due", "latest", "should", "would"),
    .lists[LIST_DEADLINE] = LIST("by", "latest"),
    .lists[LIST_INTRODUCING] =
        LIST("hereafter", "hereinafter", "henceforth", "also known as", "abbreviated as", "hereafter together"),
    .lists[LIST_MEANING] = LIST("means", "stands"),
    .lists[LIST_KNOWN] = LIST("ADHD", "AI", "BBC", "BSN", "CEO", "CV", "DNA", "EU", "FTE", "GDPR", "GP", "HIV", "HR",
                              "HTML", "IBAN", "ICT", "ID", "IQ", "ISO", "IT", "NHS", "OK", "PDF", "PS", "SMS", "TV",
                              "UK", "UN", "URL", "US", "USA", "USB", "XML", "YAML", "CSV", "NL", "GPS"),
    .lists[LIST_UNCLEAR] = LIST("here", "click here", "click", "read more", "more", "more information", "link",
                                "this link", "via this link", "website", "this website", "this page", "page",
                                "download", "see here", "there", "document", "file"),
    .lists[LIST_PICTURE_WORDS] =
        LIST("image", "figure", "photo", "picture", "chart", "graph", "illustration", "diagram", "logo"),
    .lists[LIST_DOUBLED] = LIST("the", "a", "an", "and", "of", "with", "are", "not", "be", "these", "they", "we"),
    .lists[LIST_UNFINISHED] = LIST("lorem ipsum", "to be completed", "to be added", "to be filled in", "text follows",
                                   "to be written", "to be determined", "insert name", "insert date", "insert number"),
    .lists[LIST_PLACEHOLDERS] = LIST("name", "names", "date", "number", "place", "text", "amount", "percentage",
                                     "institution", "year", "month", "title", "insert", "here"),
    .lists[LIST_BORN] = LIST("born on", "born", "date of birth", "birth date", "birthday", "dob"),
    .lists[LIST_IDENTITY] = LIST("bsn", "citizen service number", "service number"),
    .lists[LIST_ORGANISATION] = LIST("rsin", "kvk", "chamber of commerce", "vat", "isbn"),
};

/* ---- asking ---- */

const struct words *words_of(const char *language)
{
    static const struct words *const all[] = {&dutch, &english};
    size_t length = language ? strcspn(language, "-") : 0;
    for (size_t i = 0; i < COUNT(all); i++) {
        if (strlen(all[i]->code) == length && strncmp(all[i]->code, language, length) == 0) return all[i];
    }
    return NULL;
}

const char *const later_words[] = {"todo", "fixme", "tbd", "tbc", "ntb", NULL};

bool is_one_of(const char *word, const char *const *list)
{
    for (; *list; list++) {
        if (**list == *word && strcmp(*list, word) == 0) return true;
    }
    return false;
}

int month_of_word(const struct words *words, const char *word)
{
    for (int month = 0; month < 12; month++) {
        if (words->months[month][0][0] != *word) continue; /* of most words no month is worth a look */
        for (size_t i = 0; i < 3 && words->months[month][i]; i++) {
            if (strcmp(words->months[month][i], word) == 0) return month + 1;
        }
    }
    return 0;
}
