#include "python_api.h"

#include "mapped.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int map_whole(const char *path, bool writable, struct mapped *mapped, char *error, size_t size)
{
    struct stat status;
    errno = 0;
    int file = open(path, (writable ? O_RDWR : O_RDONLY) | O_CLOEXEC);
    mapped->memory = MAP_FAILED;
    if (file >= 0 && fstat(file, &status) == 0 && status.st_size > 0) {
        mapped->length = (size_t)status.st_size;
        int protection = writable ? PROT_READ | PROT_WRITE : PROT_READ;
        mapped->memory = mmap(NULL, mapped->length, protection, MAP_SHARED, file, 0);
    }
    int problem = errno;
    if (file >= 0) {
        close(file);
    }
    if (mapped->memory == MAP_FAILED) {
        snprintf(error, size, "The area %s cannot be mapped: %s.", path, problem == 0 ? "it is empty" : strerror(problem));
        return -1;
    }
    return 0;
}

int map_areas(
    const char *in_path, const char *out_path, struct mapped *in, struct mapped *out, char *error, size_t size)
{
    if (map_whole(in_path, false, in, error, size) != 0) {
        return -1;
    }
    if (map_whole(out_path, true, out, error, size) != 0) {
        munmap(in->memory, in->length);
        return -1;
    }
    return 0;
}

void unmap_areas(const struct mapped *in, const struct mapped *out)
{
    munmap(in->memory, in->length);
    munmap(out->memory, out->length);
}
