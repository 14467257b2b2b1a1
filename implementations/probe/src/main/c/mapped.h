/* Files as memory that two processes share. */
#ifndef OLDBUFFER_MAPPED_H
#define OLDBUFFER_MAPPED_H

#include <stdbool.h>
#include <stddef.h>

struct mapped {
    void *memory;
    size_t length;
};

/* Maps the whole of a file that is not empty. 0, or -1 and one sentence in error. */
int map_whole(const char *path, bool writable, struct mapped *mapped, char *error, size_t size);

/* Maps both areas, the output area writable. 0, or -1 and one sentence in error, with neither mapped. */
int map_areas(
    const char *in_path, const char *out_path, struct mapped *in, struct mapped *out, char *error, size_t size);

void unmap_areas(const struct mapped *in, const struct mapped *out);

#endif
