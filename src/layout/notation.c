#include "layout/notation.h"

#include <math.h>
#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

void notation_skip(const char **text)
{
    *text += strspn(*text, " \t\r\n\f,");
}

/* Digits of a number, each counting `scale` times as much as the one before it counts less. */
static double read_digits(const char **text, double scale)
{
    double value = 0;
    for (; is_digit(**text); (*text)++) {
        value = scale < 1 ? value + (**text - '0') * scale : value * 10 + (**text - '0');
        if (scale < 1) scale /= 10;
    }
    return value;
}

static double read_exponent(const char **text)
{
    const char *at = *text;
    if (*at != 'e' && *at != 'E') return 1;
    bool negative = at[1] == '-';
    if (at[1] == '-' || at[1] == '+') at++;
    if (!is_digit(at[1])) return 1;
    *text = at + 1;
    double exponent = fmin(read_digits(text, 1), 300);
    return pow(10, negative ? -exponent : exponent);
}

/* strtod would follow the locale, and take hexadecimal numbers and infinities. */
bool notation_number(const char **text, double *number)
{
    const double largest = 1e6; /* what is farther off is on no page */
    notation_skip(text);
    const char *at = *text;
    bool negative = *at == '-';
    if (*at == '-' || *at == '+') at++;
    if (!is_digit(*at) && !(*at == '.' && is_digit(at[1]))) return false;
    double value = read_digits(&at, 1);
    if (*at == '.') {
        at++;
        value += read_digits(&at, 0.1);
    }
    value *= read_exponent(&at);
    *number = fmin(value, largest) * (negative ? -1 : 1);
    *text = at;
    return isfinite(value);
}

bool notation_flag(const char **text, bool *flag)
{
    notation_skip(text);
    if (**text != '0' && **text != '1') return false;
    *flag = *(*text)++ == '1';
    return true;
}

/* ---- lengths ---- */

static double unit_size(const char *unit, struct measures measures)
{
    static const struct {
        const char *name;
        double pixels;
    } units[] = {{"px", 1}, {"pt", 4.0 / 3}, {"mm", 96 / 25.4}, {"cm", 96 / 2.54}, {"in", 96}, {"pc", 16}};
    if (strncmp(unit, "em", 2) == 0) return measures.em;
    if (*unit == '%') return measures.whole / 100;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (strncmp(unit, units[i].name, 2) == 0) return units[i].pixels;
    }
    return 1;
}

double notation_length(const struct node *node, const char *name, struct measures measures, double otherwise)
{
    const char *text = node_get(node, name);
    double number;
    if (!text || !notation_number(&text, &number)) return otherwise;
    return number * unit_size(text, measures);
}

/* ---- matrices ---- */

const struct matrix matrix_identity = {1, 0, 0, 1, 0, 0};

struct matrix matrix_join(const struct matrix *outer, const struct matrix *inner)
{
    return (struct matrix){
        .a = outer->a * inner->a + outer->c * inner->b,
        .b = outer->b * inner->a + outer->d * inner->b,
        .c = outer->a * inner->c + outer->c * inner->d,
        .d = outer->b * inner->c + outer->d * inner->d,
        .e = outer->a * inner->e + outer->c * inner->f + outer->e,
        .f = outer->b * inner->e + outer->d * inner->f + outer->f,
    };
}

void matrix_apply(const struct matrix *matrix, double *x, double *y)
{
    double from = *x;
    *x = matrix->a * from + matrix->c * *y + matrix->e;
    *y = matrix->b * from + matrix->d * *y + matrix->f;
}

double matrix_scale(const struct matrix *matrix)
{
    return sqrt(fabs(matrix->a * matrix->d - matrix->b * matrix->c));
}

bool matrix_keeps_shape(const struct matrix *matrix)
{
    double slack = 1e-4 * (fabs(matrix->a) + fabs(matrix->b) + fabs(matrix->c) + fabs(matrix->d));
    bool turned = fabs(matrix->a - matrix->d) <= slack && fabs(matrix->b + matrix->c) <= slack;
    bool mirrored = fabs(matrix->a + matrix->d) <= slack && fabs(matrix->b - matrix->c) <= slack;
    return turned || mirrored;
}

bool matrix_is_upright(const struct matrix *matrix)
{
    double slack = 1e-4 * fabs(matrix->a);
    return matrix->a > 0 && fabs(matrix->a - matrix->d) <= slack && fabs(matrix->b) <= slack &&
           fabs(matrix->c) <= slack;
}

/* ---- transform ---- */

static double radians(double degrees)
{
    return degrees * acos(-1) / 180;
}

/* Without a second number translate moves along one axis; scale takes the first for both. */
static bool make_translation(const double *n, size_t count, struct matrix *made)
{
    *made = (struct matrix){1, 0, 0, 1, n[0], count > 1 ? n[1] : 0};
    return count == 1 || count == 2;
}

static bool make_scale(const double *n, size_t count, struct matrix *made)
{
    *made = (struct matrix){n[0], 0, 0, count > 1 ? n[1] : n[0], 0, 0};
    return count == 1 || count == 2;
}

static bool make_rotation(const double *n, size_t count, struct matrix *made)
{
    double cosine = cos(radians(n[0])), sine = sin(radians(n[0]));
    *made = (struct matrix){cosine, sine, -sine, cosine, 0, 0};
    if (count == 3) {
        made->e = n[1] - cosine * n[1] + sine * n[2];
        made->f = n[2] - sine * n[1] - cosine * n[2];
    }
    return count == 1 || count == 3;
}

static bool make_skew_x(const double *n, size_t count, struct matrix *made)
{
    *made = (struct matrix){1, 0, tan(radians(n[0])), 1, 0, 0};
    return count == 1;
}

static bool make_skew_y(const double *n, size_t count, struct matrix *made)
{
    *made = (struct matrix){1, tan(radians(n[0])), 0, 1, 0, 0};
    return count == 1;
}

static bool make_matrix(const double *n, size_t count, struct matrix *made)
{
    *made = (struct matrix){n[0], n[1], n[2], n[3], n[4], n[5]};
    return count == 6;
}

static const struct {
    const char *name;
    bool (*make)(const double *numbers, size_t count, struct matrix *made);
} functions[] = {{"translate", make_translation}, {"scale", make_scale},  {"rotate", make_rotation},
                 {"skewX", make_skew_x},          {"skewY", make_skew_y}, {"matrix", make_matrix}};

static bool read_function(const char **text, struct matrix *made)
{
    enum { MOST_NUMBERS = 6 };
    double numbers[MOST_NUMBERS] = {0};
    size_t count = 0, length = strcspn(*text, " \t\r\n(");
    const char *name = *text;
    *text += length;
    *text += strspn(*text, " \t\r\n");
    if (**text != '(') return false;
    (*text)++;
    while (count < MOST_NUMBERS && notation_number(text, &numbers[count])) count++;
    notation_skip(text);
    if (*(*text)++ != ')') return false;
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        bool found = strlen(functions[i].name) == length && strncmp(functions[i].name, name, length) == 0;
        if (found) return functions[i].make(numbers, count, made);
    }
    return false;
}

struct matrix notation_transform(const struct node *node)
{
    const char *text = node_get(node, "transform");
    struct matrix whole = matrix_identity, one;
    if (!text) return whole;
    for (notation_skip(&text); *text; notation_skip(&text)) {
        if (!read_function(&text, &one)) return matrix_identity;
        whole = matrix_join(&whole, &one);
    }
    return whole;
}
