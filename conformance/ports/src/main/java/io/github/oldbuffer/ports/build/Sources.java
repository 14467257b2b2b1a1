package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.ports.compiler.CompilerFlags;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.generate.CythonAge;
import io.github.oldbuffer.ports.generate.Generation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The user's sources as a compiler takes them.
 *
 * @param given by the user
 * @param generations of those that no compiler takes
 * @param flags of the user's, sorted
 */
record Sources(List<Path> given, List<Generation> generations, CompilerFlags flags) {

    Sources {
        given = List.copyOf(given);
        generations = List.copyOf(generations);
    }

    /** What is compiled. */
    List<Path> files() {
        Map<Path, Path> written =
                generations.stream().collect(Collectors.toMap(Generation::origin, Generation::source, (a, b) -> a));
        return given.stream().map(file -> written.getOrDefault(file, file)).toList();
    }

    /** The user's files, by what was generated from them. */
    Map<Path, Path> origins() {
        return generations.stream().collect(Collectors.toMap(Generation::source, Generation::origin, (a, b) -> a));
    }

    /** A failure in other words, where the age of the Cython that wrote a source is why. */
    PortException explained(PortException failed, PythonRuntime python) {
        String said = failed.getMessage();
        for (Path file : files()) {
            Path origin = origins().getOrDefault(file, file);
            if (!file.toString().matches(".*\\.(c|cc|cpp|cxx)")) {
                continue;
            }
            Optional<String> age = CythonAge.writer(file)
                    .flatMap(cython -> CythonAge.tooOld(
                            cython, python.version(), origin.getFileName().toString()));
            boolean here = said.contains("error: ")
                    && (said.contains(file.getFileName().toString())
                            || said.contains(origin.getFileName().toString())
                            || CythonAge.isPlace(said));
            if (age.isPresent() && here) {
                return new PortException(age.get(), failed);
            }
        }
        return failed;
    }
}
