/* Tells where memory was touched that may not be, before the process dies of it. */
#ifndef OLDBUFFER_FAULT_H
#define OLDBUFFER_FAULT_H

/*
 * From now on a fault near guarded memory is told on this descriptor, as a line such as "!behind 1 read": what was
 * touched (before, behind, read-only, released), at which offset from the first byte or behind the last, and how.
 * 0, or -1.
 */
int fault_watch(int descriptor);

#endif
