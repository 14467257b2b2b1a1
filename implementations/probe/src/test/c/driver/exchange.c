/*
 * Batches that somebody else wrote, and what the probe makes of them, for comparing decoders and encoders.
 *
 * The file of batches holds, for each, a u32 length and as many bytes; the file of answers the same of output areas, of
 * which it has the header and the part that counts.
 */
#include "driver.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CAPACITY = 1 << 20 };

static void put(FILE *file, const void *bytes, size_t length)
{
    if (fwrite(bytes, 1, length, file) != length) {
        die("the answers", "cannot be written");
    }
}

void exchange(const struct probe *probe, const char *batches, const char *answers)
{
    struct text all = read_file(batches);
    struct text area = new_area(CAPACITY);
    FILE *file = fopen(answers, "wb");
    if (file == NULL) {
        die("cannot be written", answers);
    }
    size_t at = 0;
    while (at < all.length) {
        if (all.length - at < 4 || all.length - at - 4 < u32(all.bytes, at)) {
            die("ends too early", batches);
        }
        /* A copy that ends where its memory does: reading on is seen. */
        struct text batch = {need(u32(all.bytes, at)), u32(all.bytes, at)};
        memcpy(batch.bytes, all.bytes + at + 4, batch.length);
        run_in_order(probe, &batch, area.bytes, CAPACITY);
        uint32_t used = (uint32_t)used_bytes(area.bytes);
        put(file, &used, sizeof(used));
        put(file, area.bytes, used);
        at += 4 + batch.length;
        free(batch.bytes);
    }
    if (fclose(file) != 0) {
        die("cannot be written", answers);
    }
    free(area.bytes);
    free(all.bytes);
}
