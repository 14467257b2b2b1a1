#include "kind.h"

const struct kind *const kinds[] = {
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
