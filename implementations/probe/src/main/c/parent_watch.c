#include "python_api.h"

#include "parent_watch.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { ORPHANED = 75, NANOSECONDS_BETWEEN_LOOKS = 300 * 1000 * 1000, LONGEST_PATH = 4096 };

/* What the thread needs, which may outlive its caller's texts; written before it starts, and never after. */
static struct {
    pid_t parent;
    char in_path[LONGEST_PATH];
    char out_path[LONGEST_PATH];
} watched;

void delete_areas(const char *in_path, const char *out_path)
{
    char folder[LONGEST_PATH];
    const char *end = strrchr(out_path, '/');
    /* What cannot be deleted stays: there is nobody left to tell. */
    (void)unlink(in_path);
    (void)unlink(out_path);
    if (end != NULL && (size_t)(end - out_path) < sizeof(folder)) {
        memcpy(folder, out_path, (size_t)(end - out_path));
        folder[end - out_path] = 0;
        (void)rmdir(folder);
    }
}

static void *watch(void *unused)
{
    const struct timespec interval = {0, NANOSECONDS_BETWEEN_LOOKS};
    while (getppid() == watched.parent) {
        (void)nanosleep(&interval, NULL);
    }
    delete_areas(watched.in_path, watched.out_path);
    _exit(ORPHANED);
    return unused;
}

int watch_parent(const char *in_path, const char *out_path, char *error, size_t size)
{
    if (strlen(in_path) >= LONGEST_PATH || strlen(out_path) >= LONGEST_PATH) {
        snprintf(error, size, "The path of an area is too long.");
        return -1;
    }
    watched.parent = getppid();
    strcpy(watched.in_path, in_path);
    strcpy(watched.out_path, out_path);
    /* Signals are for the interpreter's own threads. */
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    pthread_t thread;
    int problem = pthread_create(&thread, NULL, watch, NULL);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (problem != 0) {
        snprintf(error, size, "The thread that watches the kit cannot be started: %s.", strerror(problem));
        return -1;
    }
    pthread_detach(thread);
    return 0;
}
