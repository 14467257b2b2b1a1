/*
 * Runs a command where it can do no harm: in namespaces of its own, without network, with every file system read-only
 * but an empty one for temporary files, as a user without privileges, within limits.
 *
 *   sandbox COMMAND...
 *
 * Ends with the command's status, 128 and the signal's number where a signal ended it, or with 125 and a sentence on
 * standard error where there can be no such place on this machine.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOT_HERE 125
#define NOBODY 65534
#define TEMPORARY "/dev/shm" /* hides nothing that anybody looks for, as /tmp would */

#ifndef SYS_mount_setattr
#define SYS_mount_setattr 442
#endif
#define ATTRIBUTE_READONLY 0x1 /* MOUNT_ATTR_RDONLY and so on, which older headers lack */
#define ATTRIBUTE_NOSUID 0x2
#define ATTRIBUTE_NODEV 0x4
#define RECURSIVELY 0x8000 /* AT_RECURSIVE */

struct attributes {
    uint64_t set, clear, propagation, user_namespace;
};

static void fail(const char *what)
{
    fprintf(stderr, "%s: %s\n", what, strerror(errno));
    exit(NOT_HERE);
}

static void write_file(const char *path, const char *text)
{
    int file = open(path, O_WRONLY | O_CLOEXEC);
    if (file < 0 || write(file, text, strlen(text)) != (ssize_t)strlen(text)) {
        fail(path);
    }
    close(file);
}

/* Whoever starts it becomes nobody inside, without any say outside of the namespaces. */
static void become_nobody(uid_t user, gid_t group)
{
    char map[64];
    write_file("/proc/self/setgroups", "deny");
    snprintf(map, sizeof(map), "%d %u 1", NOBODY, (unsigned)user);
    write_file("/proc/self/uid_map", map);
    snprintf(map, sizeof(map), "%d %u 1", NOBODY, (unsigned)group);
    write_file("/proc/self/gid_map", map);
}

static void enter_namespaces(void)
{
    int others = CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS;
    uid_t user = geteuid();
    gid_t group = getegid();
    if (unshare(CLONE_NEWUSER | others) == 0) {
        become_nobody(user, group);
    } else if (user != 0 || unshare(others) != 0) {
        fail("namespaces cannot be had");
    }
}

static int set_attributes(const char *path, unsigned flags, uint64_t set, uint64_t clear)
{
    struct attributes attributes = {set, clear, 0, 0};
    return (int)syscall(SYS_mount_setattr, AT_FDCWD, path, flags, &attributes, sizeof(attributes));
}

static void close_files(void)
{
    static const char *const devices[] = {"/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"};
    size_t count = sizeof(devices) / sizeof(devices[0]);
    if (mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0) {
        fail("mounts cannot be made private");
    }
    /* no processes but those inside; where it is refused, the old one shows names alone, for it is read-only */
    (void)mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, NULL);
    for (size_t i = 0; i < count; i++) {
        if (mount(devices[i], devices[i], NULL, MS_BIND, NULL) != 0) {
            fail(devices[i]);
        }
    }
    if (set_attributes("/", RECURSIVELY, ATTRIBUTE_READONLY | ATTRIBUTE_NOSUID | ATTRIBUTE_NODEV, 0) != 0) {
        fail("file systems cannot be made read-only");
    }
    for (size_t i = 0; i < count; i++) {
        if (set_attributes(devices[i], 0, 0, ATTRIBUTE_NODEV) != 0) {
            fail(devices[i]);
        }
    }
    if (mount("tmpfs", TEMPORARY, "tmpfs", MS_NOSUID | MS_NODEV, "size=64m,mode=1777") != 0) {
        fail("a file system for temporary files");
    }
    if (chdir(TEMPORARY) != 0 || setenv("TMPDIR", TEMPORARY, 1) != 0 || setenv("HOME", TEMPORARY, 1) != 0) {
        fail(TEMPORARY);
    }
}

static void limit(int resource, rlim_t most)
{
    struct rlimit old;
    if (getrlimit((__rlimit_resource_t)resource, &old) != 0) {
        fail("getrlimit");
    }
    if (old.rlim_max != RLIM_INFINITY && old.rlim_max < most) {
        most = old.rlim_max;
    }
    struct rlimit new = {most, most};
    if (setrlimit((__rlimit_resource_t)resource, &new) != 0) {
        fail("setrlimit");
    }
}

static void drop_privileges(void)
{
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct none[2];
    memset(none, 0, sizeof(none));
    for (int capability = 0; capability <= CAP_LAST_CAP; capability++) {
        /* unknown to an older kernel: then there is nothing to drop */
        (void)prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
    }
    if (syscall(SYS_capset, &header, none) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        fail("privileges cannot be dropped");
    }
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_AS, (rlim_t)4 << 30);
    limit(RLIMIT_FSIZE, (rlim_t)64 << 20);
    limit(RLIMIT_NOFILE, 256);
    limit(RLIMIT_NPROC, 512);
}

static int status_of(int told)
{
    return WIFSIGNALED(told) ? 128 + WTERMSIG(told) : WEXITSTATUS(told);
}

/* Waits for one child, whatever else ends meanwhile. */
static int wait_for(pid_t child)
{
    int told;
    pid_t ended;
    do {
        ended = wait(&told);
    } while ((ended >= 0 && ended != child) || (ended < 0 && errno == EINTR));
    if (ended < 0) {
        fail("wait");
    }
    return status_of(told);
}

/* The first process inside, with whom all others end. A signal that it raises itself would not end it. */
static void first_process(char **command)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    close_files();
    drop_privileges();
    pid_t child = fork();
    if (child < 0) {
        fail("fork");
    }
    if (child == 0) {
        setsid();
        execvp(command[0], command);
        fail(command[0]);
    }
    close(0);
    close(1);
    exit(wait_for(child));
}

int main(int count, char **arguments)
{
    if (count < 2) {
        fprintf(stderr, "sandbox COMMAND...\n");
        return NOT_HERE;
    }
    enter_namespaces();
    pid_t first = fork();
    if (first < 0) {
        fail("fork");
    }
    if (first == 0) {
        first_process(arguments + 1);
    }
    close(0);
    close(1);
    return wait_for(first);
}
