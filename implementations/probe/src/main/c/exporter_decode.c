#include "kind.h"

#include <string.h>

#define BAD_LENGTH "a length is out of range"

int format_size(char format)
{
    switch (format) {
    case 'b': case 'B': case 'c': case '?':
        return 1;
    case 'h': case 'H':
        return 2;
    case 'i': case 'I': case 'f': case 'u': case 'w':
        return 4;
    case 'l': case 'L': case 'q': case 'Q': case 'd': case 'n': case 'N':
        return 8;
    default:
        return 0;
    }
}

uint8_t decode_seed(struct reader *reader)
{
    return read_choice(reader, MAX_SEED, "a seed is not 0 to 250");
}

char decode_format(struct reader *reader, const char *allowed, const char *problem)
{
    char format = (char)read_u8(reader);
    if (format == 0 || strchr(allowed, format) == NULL) {
        reader_fail(reader, problem);
        return 'B';
    }
    return format;
}

/* Items, as many as 65,536 bytes hold. */
static int64_t decode_items(struct reader *reader, char format)
{
    return read_range(reader, 0, SPARSE_ABOVE / format_size(format), BAD_LENGTH);
}

static void decode_slice(struct reader *reader, struct operation *operation)
{
    for (int i = 0; i < 3; i++) {
        operation->numbers[i] = read_i64(reader);
    }
    if (operation->numbers[2] == 0) {
        reader_fail(reader, "the step of a slice is 0");
    }
}

static void decode_cast(struct reader *reader, struct operation *operation)
{
    operation->format = (char)read_u8(reader);
    if (operation->format < ' ' || operation->format > '~') {
        reader_fail(reader, "a format is not printable ASCII");
    }
    operation->dimensions = read_u8(reader);
    if (operation->dimensions == NO_SHAPE) {
        return;
    }
    if (operation->dimensions > MAX_DIMENSIONS) {
        reader_fail(reader, "a cast has too many dimensions");
        return;
    }
    for (int i = 0; i < operation->dimensions; i++) {
        operation->numbers[i] = read_range(reader, 0, MAX_LENGTH, "an extent is out of range");
    }
}

static void decode_operation(struct reader *reader, struct operation *operation)
{
    operation->tag = read_u8(reader);
    switch (operation->tag) {
    case OPERATION_SLICE:
        decode_slice(reader, operation);
        break;
    case OPERATION_CAST:
        decode_cast(reader, operation);
        break;
    case OPERATION_TO_READONLY:
        break;
    default:
        reader_fail(reader, "an operation on a memoryview is unknown");
    }
}

static void decode_view(struct reader *reader, struct exporter *exporter)
{
    exporter->as.view.count =
        read_choice(reader, MAX_OPERATIONS, "a memoryview has too many operations");
    for (int i = 0; i < exporter->as.view.count && reader->problem == NULL; i++) {
        decode_operation(reader, &exporter->as.view.operations[i]);
    }
}

static void decode_ctypes(struct reader *reader, struct exporter *exporter)
{
    exporter->as.ctypes.shape = read_choice(reader, CTYPES_SHAPES - 1, "a shape of ctypes is unknown");
    exporter->as.ctypes.element =
        decode_format(reader, ELEMENTS, "an element type of ctypes is unknown");
    exporter->length = decode_items(reader, exporter->as.ctypes.element);
    exporter->seed = decode_seed(reader);
}

static void decode_python_class(struct reader *reader, struct exporter *exporter)
{
    exporter->as.python_class.answer =
        read_choice(reader, ANSWERS - 1, "an answer of a Python class is unknown");
    uint8_t exception = read_choice(reader, EXCEPTION_TYPES, "an exception type is unknown");
    if (exporter->as.python_class.answer == ANSWER_RAISES && exception == 0) {
        reader_fail(reader, "a Python class raises, but no exception is named");
    }
    exporter->as.python_class.exception = exception == 0 ? 0 : (uint8_t)(exception - 1);
    exporter->as.python_class.releases = read_flag(reader);
}

void decode_memory(struct reader *reader, struct exporter *exporter)
{
    exporter->length = read_range(reader, 0, SPARSE_ABOVE, BAD_LENGTH);
    exporter->seed = decode_seed(reader);
}

static void decode_mmap(struct reader *reader, struct exporter *exporter)
{
    exporter->as.access = read_choice(reader, ACCESSES - 1, "an access of an mmap is unknown");
    exporter->length = read_range(reader, 1, MAX_LENGTH, BAD_LENGTH);
    exporter->seed = decode_seed(reader);
}

static void decode_array(struct reader *reader, struct exporter *exporter)
{
    exporter->as.typecode = decode_format(reader, TYPECODES, "a typecode of array is unknown");
    exporter->length = decode_items(reader, exporter->as.typecode);
    exporter->seed = decode_seed(reader);
}

static void decode_expression(struct reader *reader, struct exporter *exporter)
{
    static const char problem[] = "an expression is too long or no UTF-8";
    exporter->as.python.expression =
        read_text16(reader, MAX_EXPRESSION, &exporter->as.python.expression_length, problem);
    exporter->as.python.setup = read_text16(reader, MAX_EXPRESSION, &exporter->as.python.setup_length, problem);
}

static void decode_kind(struct reader *reader, struct exporter *exporter)
{
    const struct kind *kind = kind_of(exporter->tag);
    if (kind == NULL) {
        reader_fail(reader, "an exporter is unknown");
        return;
    }
    kind->decode(reader, exporter);
}

/* Decodes one exporter without what is inside it; tells whether there is something inside. */
static bool decode_level(struct reader *reader, struct exporter *exporter)
{
    exporter->tag = read_u8(reader);
    exporter->seed = 0;
    exporter->length = 0;
    switch (exporter->tag) {
    case EXPORTER_BYTES:
    case EXPORTER_BYTEARRAY:
        decode_memory(reader, exporter);
        exporter->as.subclass = read_flag(reader);
        return false;
    case EXPORTER_NON_BUFFER:
        exporter->as.non_buffer = read_choice(reader, NON_BUFFERS - 1, "a kind of object is unknown");
        return false;
    case EXPORTER_ARRAY:
        decode_array(reader, exporter);
        return false;
    case EXPORTER_MEMORYVIEW:
        decode_view(reader, exporter);
        return true;
    case EXPORTER_MMAP:
        decode_mmap(reader, exporter);
        return false;
    case EXPORTER_CTYPES:
        decode_ctypes(reader, exporter);
        return false;
    case EXPORTER_PYTHON_CLASS:
        decode_python_class(reader, exporter);
        return true;
    case EXPORTER_SCRIPTED:
        exporter->length = read_range(reader, 0, MAX_LENGTH, BAD_LENGTH);
        exporter->seed = decode_seed(reader);
        decode_scripted(reader, exporter);
        return exporter->as.scripted.owner == OWNER_OTHER;
    case EXPORTER_LIBRARY:
        exporter->as.library =
            read_choice(reader, (uint8_t)(library_types - 1), "a type of a library is unknown");
        exporter->length =
            read_range(reader, 0, SPARSE_ABOVE / library_item_sizes[exporter->as.library], BAD_LENGTH);
        exporter->seed = decode_seed(reader);
        return false;
    case EXPORTER_PYTHON:
        decode_expression(reader, exporter);
        return false;
    default:
        decode_kind(reader, exporter);
        return false;
    }
}

void decode_exporter(struct reader *reader, struct exporter_chain *chain)
{
    chain->levels = 0;
    bool inner = true;
    while (inner && reader->problem == NULL) {
        if (chain->levels == MAX_NESTING) {
            reader_fail(reader, "exporters nest too deep");
            return;
        }
        inner = decode_level(reader, &chain->level[chain->levels++]);
        if (chain->levels > 1 && chain->level[chain->levels - 1].tag == EXPORTER_PYTHON) {
            reader_fail(reader, "what a Python expression gives stands inside no other exporter");
        }
    }
}
