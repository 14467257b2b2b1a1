/* Memory as it truly is, and looking at memory without falling over. Knows nothing of Python. */
#ifndef OLDBUFFER_MEMORY_H
#define OLDBUFFER_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ranges.h"
#include "writer.h"

#define SNAPSHOT_WHOLE 4096 /* bytes; larger memory is compared in the windows of a sample */
#define GUARD 64           /* bytes around the memory of a scripted exporter */

/* Where an object's memory is, found by other means than the functions under test. */
struct truth {
    bool known;
    bool readonly;
    const uint8_t *origin; /* offset 0 of pointers and steps: the first item */
    const uint8_t *low;    /* the first byte */
    const uint8_t *high;   /* just behind the last byte */
    size_t front;          /* bytes in front of low that belong to the exporter and must not change */
    size_t guard;          /* the same behind high */
};

/* Whether length bytes from address on are in the memory. */
bool truth_holds(const struct truth *truth, const void *address, uint64_t length);

/* Prepares safe_read and safe_write. 0, or -1 and errno. */
int memory_start(void);

/* Reads or writes up to 64 bytes of memory that may not exist; false where it does not. */
bool safe_read(const void *address, void *into, size_t length);
bool safe_write(void *address, const void *from, size_t length);

/* Parts of memory, offset and length, in ascending order and apart. */
struct window {
    uint64_t offset;
    size_t length;
};

/* The windows of Sample.java for memory of a length; tells how many. */
int sample_windows(uint64_t length, struct window windows[3]);

enum sample_state { SAMPLE_NONE, SAMPLE_READ, SAMPLE_UNREADABLE };

struct sample {
    uint8_t state; /* enum sample_state */
    uint8_t count;
    uint8_t bytes[SAMPLE_WHOLE];
};

/* Samples length bytes from a pointer on, which may point anywhere; without care where truth says it is safe. */
struct sample take_sample(const void *pointer, int64_t length, const struct truth *truth);

void put_sample(struct writer *writer, const struct sample *sample);

/* What is watched during a call: an object's memory, and all the memory that the object stands on. */
struct watched {
    struct truth view;
    struct truth whole; /* around the view; not known where it cannot be told */
};

/* Memory as it was, to tell later what changed. */
struct snapshot {
    uint8_t bytes[SNAPSHOT_WHOLE + 8 * GUARD];
};

void take_snapshot(struct snapshot *snapshot, const struct watched *watched);

/* Where memory is not as it was. */
struct damage {
    bool done;          /* whether any was done */
    bool whole_known;   /* whether offset is told */
    int64_t offset;     /* of the first byte changed, from whole.low on */
    int64_t from_first; /* the same from view.origin on */
};

struct damage first_change(const struct snapshot *snapshot, const struct watched *watched);

#endif
