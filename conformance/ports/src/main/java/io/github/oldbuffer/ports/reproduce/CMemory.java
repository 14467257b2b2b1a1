package io.github.oldbuffer.ports.reproduce;

/** The parts of C programs that find memory, look at it and change it. */
final class CMemory {

    static final String HEX = """
            /* The first bytes of memory. */
            static const char *hex(const void *memory, Py_ssize_t length)
            {
                static char text[64];
                Py_ssize_t count = length < 24 ? length : 24;
                for (Py_ssize_t i = 0; i < count; i++) {
                    snprintf(text + 2 * i, 3, "%02x", ((const unsigned char *)memory)[i]);
                }
                return count <= 0 ? "no bytes" : text;
            }
            """;

    static final String MEMORY = """
            /* Where the first item is, and how far the memory reaches from there. */
            struct memory {
                const char *start;
                Py_ssize_t low, high;
            };

            /* Where an object's memory is, as the new buffer protocol tells. */
            static struct memory memory_of(PyObject *object)
            {
                struct memory memory = {NULL, 0, 0};
                Py_buffer view;
                if (object != NULL && PyObject_CheckBuffer(object)
                    && PyObject_GetBuffer(object, &view, PyBUF_FULL_RO) == 0) {
                    memory.start = view.buf;
                    memory.high = view.len;
                    if (view.len > 0 && view.shape != NULL && view.strides != NULL) {
                        memory.high = view.itemsize;
                        for (int i = 0; i < view.ndim; i++) {
                            Py_ssize_t reach = (view.shape[i] - 1) * view.strides[i];
                            memory.low += reach < 0 ? reach : 0;
                            memory.high += reach < 0 ? 0 : reach;
                        }
                    }
                    PyBuffer_Release(&view);
                }
                PyErr_Clear();
                return memory;
            }

            static inline int holds(struct memory memory, const void *byte)
            {
                return memory.start != NULL && (const char *)byte >= memory.start + memory.low
                    && (const char *)byte < memory.start + memory.high;
            }
            """;

    static final String INNERMOST = """
            /* The object that the memory belongs to, behind memoryviews and classes; borrowed, as each holds the next. */
            static inline PyObject *innermost(PyObject *object)
            {
                for (;;) {
                    PyObject *inner = NULL;
                    if (PyMemoryView_Check(object)) {
                        inner = PyMemoryView_GET_BUFFER(object)->obj;
                    } else if (strncmp(Py_TYPE(object)->tp_name, "Exporting", 9) == 0) {
                        inner = PyObject_GetAttrString(object, "base");
                        Py_XDECREF(inner);
                        PyErr_Clear();
                    }
                    if (inner == NULL) {
                        return object;
                    }
                    object = inner;
                }
            }
            """;

    static final String CHANGE = """
            /* Writes a byte by other means than the functions; what that raises is set afterwards. */
            static inline void change(PyObject *owner, const char *byte, int value)
            {
                Py_buffer view;
                if (PyObject_GetBuffer(owner, &view, PyBUF_WRITABLE) == 0) {
                    if (byte >= (const char *)view.buf && byte < (const char *)view.buf + view.len) {
                        *(char *)(uintptr_t)byte = (char)value;
                    }
                    PyBuffer_Release(&view);
                }
            }
            """;

    static final String SNAPSHOT = """
            /* The start, the middle and the end of memory, which is all of it where that is small. */
            struct snapshot {
                const char *from[3];
                size_t length[3];
                char bytes[3][4096 + 64];
            };

            static struct snapshot snapshot_of(struct memory memory)
            {
                static struct snapshot snapshot;
                size_t all = memory.start == NULL ? 0 : (size_t)(memory.high - memory.low);
                memset(&snapshot, 0, sizeof(snapshot));
                for (int i = 0; i < (all > sizeof(snapshot.bytes[0]) ? 3 : 1); i++) {
                    snapshot.length[i] = all > sizeof(snapshot.bytes[0]) ? sizeof(snapshot.bytes[0]) : all;
                    snapshot.from[i] = memory.start + memory.low + (i == 0 ? 0 : (all - snapshot.length[i]) / 2 * (size_t)i);
                    if (all > 0) {
                        memcpy(snapshot.bytes[i], snapshot.from[i], snapshot.length[i]);
                    }
                }
                return snapshot;
            }

            static const char *changes(const struct snapshot *before)
            {
                for (int i = 0; i < 3; i++) {
                    if (before->length[i] > 0 && memcmp(before->bytes[i], before->from[i], before->length[i]) != 0) {
                        return "changed";
                    }
                }
                return "unchanged";
            }
            """;

    static final String PLACE = """
            static const char untouched;

            static const char *place(const void *pointer, struct memory memory)
            {
                const char *at = pointer;
                if (at == &untouched) {
                    return "not set";
                } else if (at == NULL) {
                    return "NULL";
                } else if (memory.start == NULL || at < memory.start + memory.low || at > memory.start + memory.high) {
                    return "elsewhere";
                }
                return at == memory.start ? "the object's memory" : "inside the object's memory";
            }
            """;

    private CMemory() {}
}
