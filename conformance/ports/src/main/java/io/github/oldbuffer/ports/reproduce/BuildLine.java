package io.github.oldbuffer.ports.reproduce;

import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one line that builds a program and runs it, in the folder where the program lies; all else has absolute paths.
 *
 * <p>The port is made into a library by the flags that the kit compiles it with, and the program loads it, as the kit
 * does: another way of building could hide the fault. The line ends with what the program ends with, and with 2 where
 * that cannot be built or loaded.
 */
record BuildLine(Setting setting) {

    /** The library that is made of the port's sources. */
    static final String PORT = "port.so";

    /** A Python that cannot start ends with 1, which is to mean something else. */
    private static final String CHECK = " -c 'import ctypes'";

    private static final String ANYWHERE = "$(python3-config --includes)";

    /** For C. */
    String c(String file) {
        if (setting.python().library() == null) {
            String program = setting.interpreter().map(ShellWord::of).orElse("python3")
                    + " -c 'import ctypes, os; os._exit(ctypes.PyDLL(\"./repro.so\").main())'";
            return line(
                    port(file, compiler(), including()), words(program(file), "-shared -fPIC -o repro.so"), program);
        }
        return line(
                port(file, compiler(), including()),
                words(
                        program(file),
                        library(),
                        ShellWord.macro("PYTHON_HOME", setting.python().home()),
                        "-o repro"),
                "./repro");
    }

    /** For C on a machine with another Python. */
    String elsewhere(String file) {
        String program = words(
                "cc -O2",
                sanitizers(),
                file,
                portMacro(),
                ANYWHERE,
                "$(python3-config --ldflags --embed)",
                "-ldl -o repro");
        return Stream.of(port(file, "cc", ANYWHERE), program, "./repro")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" && "));
    }

    /** For Python. */
    String python(String file) {
        String port = setting.files().isEmpty() ? "" : PortFiles.areLibrary(setting.files()) ? given() : "./" + PORT;
        if (setting.interpreter().isPresent() && !setting.sanitized()) {
            String interpreter = ShellWord.of(setting.interpreter().get());
            return line(port(file, compiler(), including()), interpreter + CHECK, words(interpreter, file, port));
        }
        // what an interpreter of another version shows may be something else
        String interpreter = words(
                "echo 'int Py_BytesMain(int, char **); int main(int n, char **v) { return Py_BytesMain(n, v); }' |",
                compiler(),
                sanitizers(),
                "-x c - -x none",
                library(),
                "-o python");
        String environment = "PYTHONHOME=" + ShellWord.of(setting.python().home())
                + (setting.sanitized() ? " PYTHONMALLOC=malloc ASAN_OPTIONS=" + ShellWord.of(CProcess.SANITIZING) : "");
        String python = environment + " ./python";
        return line(
                port(file, compiler(), including()), interpreter + " && " + python + CHECK, words(python, file, port));
    }

    /** For Python on a machine with another one; to be built as the port is there. */
    String pythonElsewhere(String file) {
        String port = setting.files().isEmpty() ? "" : PortFiles.areLibrary(setting.files()) ? given() : "./" + PORT;
        return Stream.of(port(file, "cc", ANYWHERE), words("python3", file, port))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" && "));
    }

    /** The files that are to be included where what they hide is called. */
    List<Path> hiding() {
        List<Path> hiding = setting.files().stream()
                .filter(file -> setting.undeclared().stream()
                        .anyMatch(function -> PortFiles.speaksOf(file, setting.name(function))))
                .toList();
        return hiding.isEmpty() && !setting.undeclared().isEmpty()
                ? setting.files().subList(0, 1)
                : hiding;
    }

    private static String line(String port, String program, String run) {
        String build = Stream.of(port, program).filter(part -> !part.isEmpty()).collect(Collectors.joining(" && "));
        String checked = run + " || (exit $(($? == 1 ? 1 : 2)))";
        return build.isEmpty() ? checked : "{ " + build + " || (exit 2); } && { " + checked + "; }";
    }

    /** Makes the library of the port's sources; empty where there is nothing to make. */
    private String port(String file, String compiler, String headers) {
        if (setting.files().isEmpty() || PortFiles.areLibrary(setting.files())) {
            return "";
        }
        List<String> words = new ArrayList<>(List.of(compiler, "-O2 -g -fPIC"));
        CompilerFlags.absolute(setting.flags(), Path.of("").toAbsolutePath())
                .forEach(flag -> words.add(ShellWord.of(flag)));
        words.add("-shared " + (isMac() ? "-undefined dynamic_lookup" : "-Wl,-Bsymbolic"));
        words.add(headers.replace("-I", "-isystem "));
        List<Path> hiding = hiding();
        if (!hiding.isEmpty()) {
            for (int i = 0; i < hiding.size(); i++) {
                words.add(ShellWord.macro("STAND_IN_" + i, hiding.get(i).toString()));
            }
            words.add("-x " + (hiding.stream().anyMatch(PortFiles::isCpp) ? "c++ " : "c ") + file + " -x none");
        }
        for (Path each : setting.files()) {
            if (!hiding.contains(each) && !PortFiles.isHeader(each)) {
                words.add(ShellWord.of(each.toString()));
            }
            if (PortFiles.isShared(each)) {
                words.add("-Wl,-rpath," + ShellWord.of(each.getParent().toString()));
            }
        }
        words.add("-o " + PORT + (setting.files().stream().anyMatch(PortFiles::isCpp) ? " -lstdc++" : ""));
        return String.join(" ", words);
    }

    private String program(String file) {
        return words(compiler(), "-O2", sanitizers(), file, portMacro(), including(), "-ldl");
    }

    private String portMacro() {
        return PortFiles.areLibrary(setting.files())
                ? ShellWord.macro("PORT", setting.files().get(0).toString())
                : "";
    }

    private String given() {
        return ShellWord.of(setting.files().get(0).toString());
    }

    /** The compiler that the kit compiles ports with. */
    private static String compiler() {
        try {
            return CCompiler.find(System.getenv()).command().stream()
                    .map(ShellWord::of)
                    .collect(Collectors.joining(" "));
        } catch (UnavailableException none) {
            return "cc";
        }
    }

    private String sanitizers() {
        return setting.flags().stream()
                .filter(flag -> flag.matches("-f(no-)?sanitize.*|-fno-omit-frame-pointer|-g"))
                .filter(flag -> setting.sanitized())
                .map(ShellWord::of)
                .collect(Collectors.joining(" "));
    }

    private String including() {
        return setting.python().includes().stream()
                .map(folder -> "-I" + ShellWord.of(folder.toString()))
                .collect(Collectors.joining(" "));
    }

    private String library() {
        Path preload = setting.python().preload();
        Path library = setting.python().library();
        return Stream.of(preload, library)
                .filter(each -> each != null)
                .map(each -> (each.equals(preload) ? "-Wl,--no-as-needed " : "") + ShellWord.of(each.toString())
                        + " -Wl,-rpath," + ShellWord.of(each.getParent().toString()))
                .collect(Collectors.joining(" "));
    }

    private static boolean isMac() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
    }

    private static String words(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }
}
