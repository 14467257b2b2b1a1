package io.github.oldbuffer.ports.upstream;

/** The parts of a program that do not depend on the scenario. */
final class Driver {

    static final String BEGIN = """
            import os, struct, subprocess, sys, sysconfig, tempfile, traceback

            HERE = os.path.dirname(os.path.abspath(__file__))
            wrong = []


            def say(line):
                print(line)
                sys.stdout.flush()


            def saw(what, expected, observed):
                say("%s\\n  expected: %s\\n  observed: %s" % (what, expected, observed))
                if expected != observed:
                    wrong.append(what)


            """;

    static final String NAME = """
            def name(exception):
                return "none" if exception is None else exception.__name__


            """;

    static final String RAISED = """
            def raised(do):
                try:
                    do()
                except Exception as exception:
                    return "an exception (%s)" % type(exception).__name__
                return "none"


            """;

    static final String FIELD = """
            def numbers(data):
                return struct.unpack("%dn" % (len(data) // struct.calcsize("n")), data)


            def field(value, shape=b""):
                if not isinstance(value, bytes):
                    return "NULL" if value is None else str(value)
                words = [str(number) for number in numbers(value)]
                for i, items in enumerate(numbers(shape or b"")):
                    if items == 1:  # nobody goes along this dimension
                        words[i:i + 1] = ["any"]
                return "[%s]" % ", ".join(words)


            """;

    /** The scenario runs in a process of its own: it may die. */
    static final String END = """

            def child(folder):
                sys.path.insert(0, folder)
                try:
                    import repro_module
                    scenario(repro_module)
                    say("wrong" if wrong else "right")
                except BaseException:
                    traceback.print_exc()
                    say("stopped")
                os._exit(0)  # what is broken by now may die in the end of the interpreter


            def compile_module(folder):
                paths = set(sysconfig.get_path(key) for key in ("include", "platinclude"))
                suffix = sysconfig.get_config_var("EXT_SUFFIX") or ".so"
                flags = ["-dynamiclib", "-undefined", "dynamic_lookup"] if sys.platform == "darwin" else ["-shared"]
                return subprocess.call([os.environ.get("CC", "cc"), "-std=c99", "-O1", "-fPIC", "-Wno-deprecated-declarations"]
                                       + flags + ["-I" + path for path in sorted(paths)]
                                       + [os.path.join(HERE, "repro_module.c"), "-o", os.path.join(folder, "repro_module" + suffix)])


            def main():
                with tempfile.TemporaryDirectory() as folder:
                    try:
                        if compile_module(folder) != 0:
                            return 2
                    except OSError as missing:
                        print("no C compiler: %s" % missing)
                        return 2
                    running = subprocess.Popen([sys.executable, os.path.abspath(__file__), folder], stdout=subprocess.PIPE)
                    try:
                        said = running.communicate(timeout=120)[0].decode("utf-8", "replace")
                        end = "it ends the process with status %d" % running.returncode
                    except subprocess.TimeoutExpired:
                        running.kill()
                        said = running.communicate()[0].decode("utf-8", "replace")
                        end = "it does not come back"
                lines = said.split("\\n")
                print("\\n".join(line for line in lines if line not in ("begun", "right", "wrong", "stopped", "")))
                if "begun" not in lines or "stopped" in lines:
                    print("This cannot be tried here.")
                    return 2
                if "right" not in lines and "wrong" not in lines:
                    print("the scenario\\n  expected: it comes to its end\\n  observed: " + end)
                    return 1
                return 1 if "wrong" in lines else 0


            if __name__ == "__main__":
                sys.exit(main() if len(sys.argv) == 1 else child(sys.argv[1]))
            """;

    private Driver() {}
}
