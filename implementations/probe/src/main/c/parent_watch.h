/* The end of a worker whose kit is gone. */
#ifndef OLDBUFFER_PARENT_WATCH_H
#define OLDBUFFER_PARENT_WATCH_H

#include <stddef.h>

/*
 * Starts a thread that ends this process soon after its parent has ended, even by SIGKILL, and even while a scenario
 * loops with Python's lock held. The areas' files go first, since nobody else will delete them. 0, or -1 and one
 * sentence in error.
 */
int watch_parent(const char *in_path, const char *out_path, char *error, size_t size);

/* Deletes the two files and, once it is empty, the folder they lie in: the kit that made them is gone. */
void delete_areas(const char *in_path, const char *out_path);

#endif
