/* A ctypes array of arrays: items in two dimensions. */
#include "kind.h"

#include "object.h"

enum { ROWS, COLUMNS };

/* Rows and columns, as many items as 65,536 bytes hold. */
static void decode(struct reader *reader, struct exporter *exporter)
{
    static const char problem[] = "a length is out of range";
    char element = decode_format(reader, ELEMENTS, "an element type of ctypes is unknown");
    int64_t most = SPARSE_ABOVE / format_size(element);
    int64_t rows = read_range(reader, 1, most, problem);
    exporter->as.of_kind.letter = element;
    exporter->as.of_kind.numbers[ROWS] = rows;
    exporter->as.of_kind.numbers[COLUMNS] = read_range(reader, 1, most / rows, problem);
    exporter->seed = decode_seed(reader);
}

static PyObject *describe(const struct exporter *exporter)
{
    return Py_BuildValue(
        "(iCLLi)", (int)exporter->tag, exporter->as.of_kind.letter, (long long)exporter->as.of_kind.numbers[ROWS],
        (long long)exporter->as.of_kind.numbers[COLUMNS], (int)exporter->seed);
}

static int64_t bytes(const struct exporter *exporter)
{
    return exporter->as.of_kind.numbers[ROWS] * exporter->as.of_kind.numbers[COLUMNS]
           * format_size(exporter->as.of_kind.letter);
}

static const char source[] =
    "def born_ctypes_matrix(base, element, rows, columns, seed):\n"
    "    have(make_ctypes, 'the module ctypes')\n"
    "    if graalpy_before_25_2:\n"
    "        raise Lacking('ctypes that does not die of a second view')\n"
    "    kind = ctypes_type(0, element, columns) * rows\n"
    "    return kind.from_buffer_copy(contents(ctypes.sizeof(kind), seed))\n"
    "makers[13] = born_ctypes_matrix\n";

const struct kind ctypes_matrix_kind = {13, source, decode, describe, bytes, false};
