#include "memory.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

/* The kernel copies to and from a pipe, and answers EFAULT where we would die. */
static int pipe_ends[2] = {-1, -1};

int memory_start(void)
{
    if (pipe_ends[0] >= 0) {
        return 0;
    }
    int ends[2];
    if (pipe(ends) != 0) {
        return -1;
    }
    for (int i = 0; i < 2; i++) {
        if (fcntl(ends[i], F_SETFD, FD_CLOEXEC) != 0 || fcntl(ends[i], F_SETFL, O_NONBLOCK) != 0) {
            int problem = errno;
            close(ends[0]);
            close(ends[1]);
            errno = problem;
            return -1;
        }
    }
    /* Only now: a pipe that blocks would hang safe_read for good. */
    memcpy(pipe_ends, ends, sizeof(ends));
    return 0;
}

/* Throws away what is left in the pipe after a copy that stopped half-way. */
static void drain(void)
{
    uint8_t rest[SAMPLE_WHOLE];
    ssize_t got;
    do {
        got = read(pipe_ends[0], rest, sizeof(rest));
    } while (got > 0 || (got < 0 && errno == EINTR));
}

static ssize_t pass(const void *from, void *into, size_t length)
{
    ssize_t done;
    do {
        done = write(pipe_ends[1], from, length);
    } while (done < 0 && errno == EINTR);
    if (done != (ssize_t)length) {
        return -1;
    }
    do {
        done = read(pipe_ends[0], into, length);
    } while (done < 0 && errno == EINTR);
    return done;
}

static bool copy_safely(const void *from, void *into, size_t length)
{
    if (length == 0) {
        return true;
    }
    if (pass(from, into, length) == (ssize_t)length) {
        return true;
    }
    drain();
    return false;
}

bool safe_read(const void *address, void *into, size_t length)
{
    return copy_safely(address, into, length);
}

bool safe_write(void *address, const void *from, size_t length)
{
    return copy_safely(from, address, length);
}

bool truth_holds(const struct truth *truth, const void *address, uint64_t length)
{
    uintptr_t start = (uintptr_t)address;
    uintptr_t low = (uintptr_t)truth->low;
    uintptr_t high = (uintptr_t)truth->high;
    return truth->known && start >= low && start <= high && length <= high - start;
}
