package io.github.oldbuffer.consumers.reproduce;

import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.Nature;
import io.github.oldbuffer.spec.consumer.ScriptedMemory;
import io.github.oldbuffer.spec.results.Finding;
import java.util.Optional;

/** Python code that looks for one finding: a function {@code look} that returns what is wrong, or {@code None}. */
final class Checks {

    private static final String TIMES = "4";

    private Checks() {}

    static String of(Finding finding, ConsumerScenario scenario, boolean scripted) {
        String kind = switch (scenario.reference()) {
            case "bytearray" -> "bytearray(content)";
            case "memoryview" -> "memoryview(bytearray(content))";
            default -> "bytes(bytearray(content))";
        };
        String clause = finding.clause() == null ? "" : finding.clause();
        boolean held = clause.equals("USE-6") && scripted;
        boolean guarded = clause.equals("USE-8") || clause.equals("USE-9");
        String body = comesByItself(finding) && !guarded
                ? ALIVE
                : switch (clause) {
                    case "USE-5" -> FAILS;
                    case "USE-6" -> held ? VIEWS : ALIVE;
                    case "USE-7" -> COUNT;
                    case "USE-12" -> FREE;
                    case "USE-8", "USE-9" -> scripted ? TOUCHED : TOUCHED_BY_PYTHON;
                    case "USE-1", "USE-3", "USE-4", "USE-11" -> COMPARED;
                    default -> ALIVE;
                };
        boolean inARow = inARow(scenario).isPresent();
        String writes = scenario.reference().equals("bytearray") ? "True" : "False";
        String made = scripted ? "given, noting = make(exporter)" : "given = make(None)";
        return HELPERS
                + body.replace("MADE", made)
                        .replace("REFERENCE", inARow ? "make_in_a_row(exporter)[0]" : kind)
                        .replace("NAME", inARow ? "the same items in one segment" : scenario.reference())
                        .replace("COMPARES_WRITTEN", inARow ? "False" : writes)
                        .replace("BYTES", kind)
                        .replace("TIMES", TIMES)
                        .replace("WRITES", writes);
    }

    /**
     * A death, or a SystemError. To compare results would tell of differences that are none where a death stays out, and of none where
     * what is compared with ends in a SystemError, too.
     */
    private static boolean comesByItself(Finding finding) {
        return finding.signal() != null || finding.symptom().contains("SystemError");
    }

    /** One segment of the same items, which scattered ones are compared with; empty where bytes will do. */
    static Optional<ScriptedMemory> inARow(ConsumerScenario scenario) {
        ScriptedMemory memory = scenario.offered().scripted();
        boolean items =
                memory != null && (memory.dimensions() > 1 || !memory.format().equals("B"));
        return items && scenario.offered().nature() == Nature.SCATTERED
                ? Optional.of(memory.withLayout("contiguous").withItems(memory.format(), memory.dimensions()))
                : Optional.empty();
    }

    /** Runs the check in a process of its own, whose death is told as well, and so is a call that does not come back. */
    static String process(Finding finding, boolean scripted) {
        return (scripted ? BUILD : "")
                .concat(PROCESS.replace("EXPORTER", scripted ? "build()" : "None")
                        .replace("DEADLY", finding.signal() == null ? "False" : "True"));
    }

    private static final String HELPERS = """
            import itertools
            import struct


            def outcome(given):
                names = prepare()
                try:
                    return ("returned", plain(call(names, given)), state(names))
                except SystemError as raised:
                    return ("SystemError", str(raised), None)
                except BaseException as raised:
                    return ("raised", type(raised).__name__, None)


            def state(names):
                return [plain(value, False) for name, value in sorted(names.items())
                        if not name.startswith("__") and not callable(value) and type(value).__name__ != "module"]


            def plain(value, walked=True):
                # results that offer memory are compared by its bytes
                if isinstance(value, (tuple, list)):
                    return [plain(each) for each in value]
                if isinstance(value, (int, str, float, type(None), type(NotImplemented))):
                    return repr(value)
                try:
                    return bytes_of(memoryview(value))
                except Exception:
                    pass
                kind = type(value)
                for name in ("hexdigest", "getvalue", "digest"):
                    try:
                        return (kind.__name__, getattr(value, name)())
                    except Exception:
                        continue
                if walked and hasattr(kind, "__next__") and hasattr(kind, "__iter__"):
                    return [kind.__name__] + items(value)
                return (kind.__name__, None)


            def bytes_of(view):
                # PyPy's tobytes() does not look at the strides of memory from C
                if sys.implementation.name != "pypy" or view.c_contiguous:
                    return view.tobytes()
                return b"".join(struct.pack(view.format, item) for item in flat(view.tolist()))


            def flat(items):
                for each in items:
                    if isinstance(each, list):
                        for item in flat(each):
                            yield item
                    else:
                        yield each


            def items(iterator):
                return [plain(each) for each in itertools.islice(iterator, 64)]


            """;

    private static final String COMPARED = """
            def look(exporter):
                MADE
                expected = outcome(REFERENCE)
                seen = outcome(given)
                if seen[0] == "SystemError" and expected[0] != "SystemError":
                    return seen[1]
                if seen[0] != "returned" or (expected[0] == "raised" and expected[1] in ("TypeError", "BufferError")):
                    return None
                if COMPARES_WRITTEN and seen == expected and not memoryview(given).readonly:
                    other = BYTES
                    outcome(other)
                    if memoryview(given).tobytes() != bytes(other):
                        return "other bytes were written than into a bytearray"
                return None if seen == expected else "%s with the object, %s with NAME" % (seen, expected)


            """;

    private static final String FAILS = """
            def look(exporter):
                MADE
                seen = outcome(given)
                if seen[0] == "SystemError":
                    return seen[1]
                wrong = seen[0] == "returned" and seen[1] != "NotImplemented"
                return "%s, although the object refused its memory" % (seen,) if wrong else None


            """;

    private static final String ALIVE = """
            def look(exporter):
                MADE
                seen = [outcome(given) for _ in range(TIMES)][0]
                return seen[1] if seen[0] == "SystemError" else None


            """;

    private static final String VIEWS = """
            def look(exporter):
                import gc

                MADE
                alive = [given, noting] * 1000
                for _ in range(TIMES):
                    outcome(given)
                outcome(BYTES)
                gc.collect()
                acquired, released, surplus = noting.log()[3:6]
                if acquired - released > 1:
                    return "%d of %d views are still held" % (acquired - released, acquired)
                if surplus > 0:
                    return "%d releases of views that were not held" % surplus
                if given is not noting and given.log()[5] > 0:
                    return "views were released through the object and not through their owner"
                return None


            """;

    private static final String COUNT = """
            def look(exporter):
                import gc

                MADE
                alive = [given] * 1000
                before = sys.getrefcount(given)
                for _ in range(TIMES):
                    outcome(given)
                outcome(BYTES)
                gc.collect()
                changed = sys.getrefcount(given) - before
                return "TIMES calls changed the reference count by %d" % changed if abs(changed) >= TIMES else None


            """;

    private static final String FREE = """
            def look(exporter):
                import gc

                locked = []
                for _ in range(2):
                    MADE
                    outcome(given)
                    outcome(BYTES)
                    gc.collect()
                    try:
                        if hasattr(given, "append"):
                            given.append(1)
                        elif hasattr(given, "close"):
                            given.close()
                        else:
                            given.release()
                    except Exception as refused:
                        locked.append("the object cannot be resized or closed: %s" % refused)
                return locked[0] if len(locked) == 2 else None


            """;

    private static final String TOUCHED = """
            def look(exporter):
                MADE
                outcome(given)
                after, beside = noting.content()
                if beside:
                    return "bytes beside the memory were written"
                return "read-only bytes were changed" if not WRITES and after != content else None


            """;

    private static final String TOUCHED_BY_PYTHON = """
            def look(exporter):
                MADE
                before = memoryview(given).tobytes()
                outcome(given)
                after = memoryview(given).tobytes()
                return "read-only bytes were changed: %r, now %r" % (before, after) if before != after else None


            """;

    private static final String BUILD = """
            def build():
                # compiles the exporter for this interpreter
                import importlib.machinery
                import importlib.util
                import os
                import shlex
                import subprocess
                import sysconfig
                import tempfile

                here = os.path.dirname(os.path.abspath(__file__))
                with tempfile.TemporaryDirectory() as folder:
                    made = os.path.join(folder, "repro_exporter.so")
                    command = shlex.split(os.environ.get("CC", "cc")) + ["-shared", "-fPIC", "-O1", "-I",
                        sysconfig.get_path("include"), os.path.join(here, "repro_exporter.c"), "-o", made]
                    subprocess.check_call(command)
                    loader = importlib.machinery.ExtensionFileLoader("repro_exporter", made)
                    spec = importlib.util.spec_from_file_location("repro_exporter", made, loader=loader)
                    module = importlib.util.module_from_spec(spec)
                    loader.exec_module(module)
                return module.Exporter


            """;

    private static final String PROCESS = """
            def collect():
                # where references are not counted, memory is given back here, which may be what ends the process
                import gc
                for _ in range(3):
                    gc.collect()


            def child():
                try:
                    exporter = EXPORTER
                    make(exporter)
                    prepare()
                except Exception as problem:
                    print("could not be run: %s" % problem)
                    return 2
                print("started", flush=True)
                wrong = look(exporter)
                if wrong is None:
                    collect()
                    print("The fault is gone.")
                    return 0
                print("expected: " + EXPECTED)
                print("observed: " + wrong)
                return 1


            if sys.argv[1:] == ["child"]:
                sys.exit(child())

            import subprocess

            SECONDS = 120
            done = subprocess.Popen([sys.executable, __file__, "child"], stdout=subprocess.PIPE)
            try:
                said = done.communicate(timeout=SECONDS)[0].decode(errors="replace")
            except subprocess.TimeoutExpired:
                done.kill()
                late = "the call did not come back within %d seconds" % SECONDS
                # by itself it is the fault where a death is looked for, and says nothing of any other
                if not (DEADLY and done.communicate()[0].startswith(b"started")):
                    print("could not be run: " + late)
                    sys.exit(2)
                print("expected: " + EXPECTED)
                print("observed: " + late)
                sys.exit(1)
            print(said.replace("started\\n", "", 1), end="")
            if done.returncode in (0, 1, 2) and ("started" in said or done.returncode == 2):
                sys.exit(done.returncode)
            if not said.startswith("started"):
                print("could not be run: the process ended with %d" % done.returncode)
                sys.exit(2)
            print("expected: " + EXPECTED)
            print("observed: the process ended with %d" % done.returncode)
            sys.exit(1)
            """;
}
