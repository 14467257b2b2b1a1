/* Fault: that of include/old_buffer.h, which is all that it has. */
#define PY_SSIZE_T_CLEAN
#include <old_buffer.h>
