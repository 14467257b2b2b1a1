#include "kind.h"

extern const struct kind bytesio_kind;
extern const struct kind ctypes_matrix_kind;

const struct kind *const kinds[] = {
    &bytesio_kind,
    &ctypes_matrix_kind,
    NULL,
};

const struct kind *kind_of(uint8_t tag)
{
    for (const struct kind *const *kind = kinds; *kind != NULL; kind++) {
        if ((*kind)->tag == tag) {
            return *kind;
        }
    }
    return NULL;
}

bool of_stream(uint8_t tag)
{
    const struct kind *kind = kind_of(tag);
    return kind != NULL && kind->of_stream;
}
