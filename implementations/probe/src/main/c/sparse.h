/* Memory of gigabytes that holds zeros, of which only the pages that somebody touches cost anything. */
#ifndef OLDBUFFER_SPARSE_H
#define OLDBUFFER_SPARSE_H

#include <stdint.h>

/* Memory of length bytes and the guard behind it, all zero, or NULL; length is more than SPARSE_ABOVE. */
uint8_t *sparse_take(int64_t length);

/* Gives it back; nobody may touch it any more. */
void sparse_give_back(uint8_t *memory, int64_t length);

#endif
