package io.github.oldbuffer.ports.reproduce;

/** The parts of Python programs that do not depend on the scenario. */
final class PyPrelude {

    static final int LIMIT_SECONDS = 20;

    static final String PRELUDE = """
            import os, sys

            class Watched:
                wrong = 0

            def compare(what, expected, observed):
                print("%s\\n  expected: %s\\n  observed: %s" % (what, expected, observed))
                sys.stdout.flush()
                Watched.wrong |= expected != observed

            """;

    static final String CALLS = """
            class Rubbish(ctypes.Structure):
                _fields_ = [("bytes", ctypes.c_char * 4096)]

            # passed to a function that wants nothing, it is left on the stack: a variable that is not set shows every time
            dirt = ctypes.pythonapi.Py_IsInitialized
            rubbish = Rubbish.from_buffer_copy(b"\\xa5" * 4096)

            class Call:
                def __init__(self, name, obj, buffer=True, length=True):
                    function = getattr(library if name in own else ctypes.pythonapi, name)
                    function.restype = ctypes.c_int
                    self.buffer, self.length = ctypes.c_void_p(), ctypes.c_ssize_t(-0x5EA1ED5EA1ED)
                    arguments = [ctypes.py_object(obj)]
                    if name != check:
                        arguments += [ctypes.byref(self.buffer) if buffer else None,
                                      ctypes.byref(self.length) if length else None]
                    self.code, self.raised = -1, None
                    before = sys.getrefcount(obj)
                    try:
                        dirt(rubbish)
                        self.code = function(*arguments)
                    except BaseException as raised:
                        self.raised = raised.with_traceback(None)
                    after = sys.getrefcount(obj)
                    self.references = "unchanged" if after == before else "kept" if after > before else "lost"
                    self.size = "not set" if self.length.value == -0x5EA1ED5EA1ED else str(self.length.value)
                def bytes(self):
                    if self.code != 0:
                        return "no bytes"
                    return ctypes.string_at(self.buffer, max(0, min(24, self.length.value))).hex() or "no bytes"

            """;

    static final String HELPERS = """
            def type_of(raised):
                return "none" if raised is None else type(raised).__name__

            def raised_by(do):
                try:
                    do()
                except BaseException as raised:
                    return raised

            """;

    /** The scenario runs in a process of its own, which tells of its start and of its end. */
    static final String MAIN = """

            def run_scenario(tell):
                import resource, signal, traceback
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
                signal.alarm(%2$d)  # should nobody watch any more
                try:
                    begin()
                    os.write(tell, b"begun ")
                    repeat()
                    os.write(tell, b"wrong" if Watched.wrong else b"right")
                except BaseException:
                    traceback.print_exc()
                    os.write(tell, b"stopped")
                sys.stdout.flush()
                os._exit(0)

            def wait_for(child):
                import signal, time
                since = time.time()
                ended, status = 0, 0
                while ended == 0:
                    if time.time() - since > %1$d:
                        os.kill(child, signal.SIGKILL)
                        os.waitpid(child, 0)
                        return "it does not come back within %1$d seconds"
                    time.sleep(0.005)
                    ended, status = os.waitpid(child, os.WNOHANG)
                if os.WIFSIGNALED(status):
                    return "signal %%d" %% os.WTERMSIG(status)
                return "it ends the process with status %%d" %% os.WEXITSTATUS(status)

            def main():
                if len(sys.argv) != %3$d:
                    sys.stderr.write("%4$s\\n")
                    return 2
                listen, tell = os.pipe()
                child = os.fork()
                if child == 0:
                    run_scenario(tell)
                os.close(tell)
                end = wait_for(child)
                told = os.read(listen, 100).decode()
                if told == "begun ":
                    compare("the scenario", "it comes to its end", end)
                    return 1
                return 1 if told.endswith("wrong") else 0 if told.endswith("right") else 2

            status = 2
            try:
                status = main()
            finally:
                sys.stdout.flush()
                os._exit(status)
            """;

    private PyPrelude() {}
}
