/*
 * Kinds of exporter that Python code makes in either birth. All that the probe knows of one stands in a file of its own, and
 * a line in kind.c.
 */
#ifndef OLDBUFFER_KIND_H
#define OLDBUFFER_KIND_H

#include "python_api.h"

#include "exporter.h"

struct kind {
    uint8_t tag;        /* its number in spec/packed-form.md */
    const char *source; /* Python, run behind born_source: puts the maker into makers, under the tag */
    void (*decode)(struct reader *reader, struct exporter *exporter); /* all behind the tag, the seed included */
    /* A tuple of the tag, and of what the maker takes behind what is inside, which is None: a new reference, or NULL. */
    PyObject *(*describe)(const struct exporter *exporter);
    int64_t (*bytes)(const struct exporter *exporter); /* of its memory */
    /*
     * Whether an object is the buffer of a stream: a memoryview, for which the maker leaves the stream in latest_stream, and the
     * source says in stream_ways and stream_shares what Ways and Sharings do to it.
     */
    bool of_stream;
};

/* All of them; NULL ends them. */
extern const struct kind *const kinds[];

/* The kind of a tag; NULL where it is none of them. */
const struct kind *kind_of(uint8_t tag);

/* Whether the objects of a tag are buffers of streams. */
bool of_stream(uint8_t tag);

/* A length in bytes, and the seed. */
void decode_memory(struct reader *reader, struct exporter *exporter);

/* The seed, which every description with memory of its own has. */
uint8_t decode_seed(struct reader *reader);

/* A format character, one of those allowed. */
char decode_format(struct reader *reader, const char *allowed, const char *problem);

#endif
