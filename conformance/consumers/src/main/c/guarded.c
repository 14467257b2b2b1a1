#include "Python.h"

#include "guarded.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define GUARD_PAGES 16
#define FILLER 0xA5

/* Only changed by the thread that has the interpreter; read by signal handlers. */
static struct guarded *first;

static size_t page_size(void)
{
    long size = sysconf(_SC_PAGESIZE);
    return size > 0 ? (size_t)size : 4096;
}

int guarded_make(struct guarded *memory, size_t length, int at_end)
{
    size_t page = page_size();
    size_t guard = GUARD_PAGES * page;
    size_t inner = (length + page - 1) / page * page;
    if (inner == 0) {
        inner = page;
    }
    void *map = mmap(NULL, inner + 2 * guard, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (map == MAP_FAILED) {
        return -1;
    }
    memory->map = map;
    memory->map_length = inner + 2 * guard;
    memory->inner = memory->map + guard;
    memory->inner_length = inner;
    memory->start = at_end ? memory->inner + inner - length : memory->inner;
    memory->length = length;
    memory->opened = 0;
    memory->access = ACCESS_NONE;
    if (guarded_allow(memory, ACCESS_WRITE) != 0) {
        munmap(map, memory->map_length);
        memory->map = NULL;
        return -1;
    }
    memset(memory->inner, FILLER, inner);
    memory->opened = 0;
    memory->previous = NULL;
    memory->next = first;
    if (first != NULL) {
        first->previous = memory;
    }
    first = memory;
    return 0;
}

int guarded_allow(struct guarded *memory, enum access access)
{
    if (memory->map == NULL || memory->access == access) {
        return 0;
    }
    int protection = access == ACCESS_WRITE ? PROT_READ | PROT_WRITE : access == ACCESS_READ ? PROT_READ : PROT_NONE;
    if (mprotect(memory->inner, memory->inner_length, protection) != 0) {
        return -1;
    }
    memory->access = access;
    memory->opened |= access != ACCESS_NONE;
    return 0;
}

void guarded_free(struct guarded *memory)
{
    if (memory->map == NULL) {
        return;
    }
    if (memory->previous != NULL) {
        memory->previous->next = memory->next;
    } else {
        first = memory->next;
    }
    if (memory->next != NULL) {
        memory->next->previous = memory->previous;
    }
    munmap(memory->map, memory->map_length);
    memory->map = NULL;
}

const struct guarded *guarded_near(const void *address)
{
    const unsigned char *byte = address;
    for (const struct guarded *memory = first; memory != NULL; memory = memory->next) {
        if (byte >= memory->map && byte < memory->map + memory->map_length) {
            return memory;
        }
    }
    return NULL;
}

int guarded_trampled(struct guarded *memory)
{
    if (memory->map == NULL) {
        return 0;
    }
    for (unsigned char *byte = memory->inner; byte < memory->start; byte++) {
        if (*byte != FILLER) {
            return 1;
        }
    }
    for (unsigned char *byte = memory->start + memory->length; byte < memory->inner + memory->inner_length; byte++) {
        if (*byte != FILLER) {
            return 1;
        }
    }
    return 0;
}
