/* Memoryviews that the C API makes: of memory that no object owns, and of copies. Python code calls these makers. */
#ifndef OLDBUFFER_MAKE_OF_C_H
#define OLDBUFFER_MAKE_OF_C_H

#include "python_api.h"

/* from_memory, from_buffer and contiguous; the last has no name. */
extern PyMethodDef makers_of_c[];

/* Frees the memory that no object owns; nobody may look at it any more. */
void of_c_end_scenario(void);

#endif
