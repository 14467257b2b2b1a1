#include "layout.h"

/* False where the product has no place in 64 bits. */
static bool multiply(int64_t left, int64_t right, int64_t *product)
{
    return !__builtin_mul_overflow(left, right, product);
}

static bool add(int64_t left, int64_t right, int64_t *sum)
{
    return !__builtin_add_overflow(left, right, sum);
}

static bool count_items(const struct geometry *geometry, struct layout *layout)
{
    layout->items = 1;
    for (int i = 0; i < geometry->dimensions; i++) {
        if (geometry->shape[i] == 0) {
            layout->items = 0;
            layout->length = 0;
            return true;
        }
    }
    for (int i = 0; i < geometry->dimensions; i++) {
        if (!multiply(layout->items, geometry->shape[i], &layout->items)) {
            return false;
        }
    }
    return multiply(layout->items, geometry->itemsize, &layout->length);
}

/* Fills in the strides: those given, or C order, which may overflow only where the memory is too small anyway. */
static bool lay_out(const struct geometry *geometry, struct layout *layout)
{
    int64_t stride = geometry->itemsize;
    for (int i = geometry->dimensions - 1; i >= 0; i--) {
        layout->strides[i] = geometry->has_strides ? (ptrdiff_t)geometry->strides[i] : (ptrdiff_t)stride;
        if (!geometry->has_strides && !multiply(stride, geometry->shape[i], &stride)) {
            return false;
        }
    }
    return true;
}

static bool lies_inside(const struct geometry *geometry, const struct layout *layout, int64_t memory)
{
    if (geometry->offset < 0 || geometry->offset > memory) {
        return false;
    }
    if (layout->items == 0) {
        return true;
    }
    int64_t first = geometry->offset;
    int64_t last = geometry->offset;
    for (int i = 0; i < geometry->dimensions; i++) {
        int64_t reach;
        if (!multiply(geometry->shape[i] - 1, layout->strides[i], &reach)
            || !add(reach < 0 ? first : last, reach, reach < 0 ? &first : &last)) {
            return false;
        }
    }
    return first >= 0 && last <= memory - geometry->itemsize;
}

/* Whether items follow each other without gaps, the last dimension or the first one moving fastest. */
static bool contiguous(const struct geometry *geometry, const struct layout *layout, bool last_fastest)
{
    if (layout->items == 0) {
        return true;
    }
    int64_t expected = geometry->itemsize;
    for (int i = 0; i < geometry->dimensions; i++) {
        int at = last_fastest ? geometry->dimensions - 1 - i : i;
        if (geometry->shape[at] > 1 && layout->strides[at] != expected) {
            return false;
        }
        expected *= geometry->shape[at];
    }
    return true;
}

const char *layout_of(const struct geometry *geometry, int64_t memory, struct layout *layout)
{
    if (!count_items(geometry, layout) || !lay_out(geometry, layout)
        || !lies_inside(geometry, layout, memory)) {
        return "the geometry does not lie in the memory";
    }
    if (geometry->indirect && geometry->dimensions == 0) {
        return "indirect memory has at least one dimension";
    }
    if (geometry->indirect && geometry->shape[0] > MAX_ROWS) {
        return "indirect memory has too many rows";
    }
    layout->c_contiguous = !geometry->indirect && contiguous(geometry, layout, true);
    layout->f_contiguous = !geometry->indirect && contiguous(geometry, layout, false);
    return NULL;
}
