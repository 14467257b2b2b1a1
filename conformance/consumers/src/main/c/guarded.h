/*
 * Memory between unreadable pages: whoever reads or writes outside of it, or while nobody may, is caught.
 */
#ifndef OLDBUFFER_GUARDED_H
#define OLDBUFFER_GUARDED_H

#include <stddef.h>
#include <sys/types.h>

enum access { ACCESS_NONE, ACCESS_READ, ACCESS_WRITE };

struct guarded {
    unsigned char *map; /* with the unreadable pages around; NULL where there is none */
    size_t map_length;
    unsigned char *inner; /* the pages between */
    size_t inner_length;
    unsigned char *start; /* of the memory; it ends with the pages or begins with them */
    size_t length;
    enum access access;
    int opened; /* whether anybody was allowed in before */
    struct guarded *next;
    struct guarded *previous;
};

/* Makes memory of length bytes, open for writing; 0, or -1 where there is none. */
int guarded_make(struct guarded *memory, size_t length, int at_end);

/* Lets everybody do this much; 0, or -1. */
int guarded_allow(struct guarded *memory, enum access access);

void guarded_free(struct guarded *memory);

/* The memory that an address lies in or near, or NULL; for signal handlers. */
const struct guarded *guarded_near(const void *address);

/* Whether a byte in the same pages and outside of the memory was written. */
int guarded_trampled(struct guarded *memory);

#endif
