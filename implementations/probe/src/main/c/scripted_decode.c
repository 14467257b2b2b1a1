#include "exporter.h"

#include <string.h>

#define NO_FORMAT 255

static void decode_geometry_format(struct reader *reader, struct geometry *geometry)
{
    uint8_t length = read_u8(reader);
    geometry->has_format = length != NO_FORMAT;
    geometry->format[0] = 0;
    if (!geometry->has_format) {
        return;
    }
    if (length < 1 || length > MAX_FORMAT) {
        reader_fail(reader, "a format is not 1 to 16 characters long");
        return;
    }
    const uint8_t *characters = read_bytes(reader, length);
    if (characters == NULL) {
        return;
    }
    for (int i = 0; i < length; i++) {
        if (characters[i] < ' ' || characters[i] > '~') {
            reader_fail(reader, "a format holds a character that is not printable ASCII");
        }
    }
    memcpy(geometry->format, characters, length);
    geometry->format[length] = 0;
}

static void decode_geometry(struct reader *reader, struct geometry *geometry)
{
    geometry->offset = read_i64(reader);
    geometry->itemsize = read_i32(reader);
    if (geometry->itemsize < 1) {
        reader_fail(reader, "an itemsize is less than 1");
    }
    decode_geometry_format(reader, geometry);
    geometry->dimensions = read_choice(reader, MAX_DIMENSIONS, "a geometry has too many dimensions");
    for (int i = 0; i < geometry->dimensions; i++) {
        geometry->shape[i] = read_range(reader, 0, MAX_LENGTH, "a shape is out of range");
    }
    geometry->has_strides = read_flag(reader);
    for (int i = 0; geometry->has_strides && i < geometry->dimensions; i++) {
        geometry->strides[i] = read_i64(reader);
    }
    geometry->indirect = read_flag(reader);
}

void decode_scripted(struct reader *reader, struct exporter *exporter)
{
    struct scripted_plan *plan = &exporter->as.scripted;
    decode_geometry(reader, &plan->geometry);
    plan->readonly = read_flag(reader);
    plan->refusal = read_choice(reader, REFUSES_EVERYTHING, "a refusal is unknown");
    plan->exception = read_choice(reader, EXCEPTION_TYPES - 1, "an exception type is unknown");
    if (plan->refusal == REFUSES_NOTHING && plan->exception != 0) {
        reader_fail(reader, "there is an exception without a refusal");
    }
    plan->owner = read_choice(reader, OWNERS - 1, "an owner is unknown");
    plan->null_buffer = read_flag(reader);
    plan->releases = read_flag(reader);
    plan->quirks = read_u16(reader);
    if (plan->quirks > ALL_QUIRKS) {
        reader_fail(reader, "a quirk is unknown");
    }
}
