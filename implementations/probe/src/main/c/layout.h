/* How a geometry lies in memory, worked out and checked. Knows nothing of Python. */
#ifndef OLDBUFFER_LAYOUT_H
#define OLDBUFFER_LAYOUT_H

#include <stddef.h>

#include "exporter.h"

#define MAX_ROWS 4096 /* of an indirect geometry: each costs a pointer */

struct layout {
    ptrdiff_t strides[MAX_DIMENSIONS];
    int64_t items;
    int64_t length; /* in bytes: items times itemsize */
    bool c_contiguous;
    bool f_contiguous;
};

/* Works out a layout. NULL, or why it cannot be: it does not lie in memory of so many bytes, say. */
const char *layout_of(const struct geometry *geometry, int64_t memory, struct layout *layout);

#endif
