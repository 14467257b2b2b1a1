package io.github.oldbuffer.ports.build;

import io.github.oldbuffer.ports.compiler.PortCompiler;
import io.github.oldbuffer.ports.compiler.PortException;
import io.github.oldbuffer.ports.compiler.Unit;
import io.github.oldbuffer.ports.declaration.CythonName;
import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.DeclarationReader;
import io.github.oldbuffer.ports.declaration.Declarations;
import io.github.oldbuffer.ports.declaration.Preprocessed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A unit, what its preprocessor made of it, and what it declares.
 *
 * @param files that it has read, the user's alone
 */
record ReadUnit(Unit unit, Preprocessed text, Declarations declarations, Set<Path> files) {

    static ReadUnit of(Unit unit, PortCompiler compiler) throws PortException {
        Preprocessed text = Preprocessed.of(absolute(compiler.preprocessed(unit), unit.origin()));
        return new ReadUnit(
                unit,
                text,
                DeclarationReader.read(text.tokens()),
                text.files().stream().map(ReadUnit::real).collect(Collectors.toSet()));
    }

    /** Cython names the user's file without its folder. */
    private static String absolute(String text, Path origin) {
        String name = "\"" + origin.getFileName() + "\"";
        return text.contains(" " + name)
                ? text.replaceAll(
                        "(?m)^(# \\d+ )" + Pattern.quote(name), "$1" + Matcher.quoteReplacement("\"" + origin + "\""))
                : text;
    }

    /** Names of the functions that it defines. */
    List<String> defined() {
        return declarations.functions().stream()
                .filter(Declaration::isDefinition)
                .map(function -> CythonName.plain(function.name()))
                .toList();
    }

    /** Whether it speaks of a name at all. */
    boolean mentions(String word) {
        return text.tokens().stream().anyMatch(token -> token.is(word));
    }

    /** Whether it includes the other one's file. */
    boolean includes(ReadUnit other) {
        return files.contains(real(other.unit.main()));
    }

    /** Files have several names, by links and by folders that lead up again. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException notThere) {
            return file.normalize();
        }
    }
}
