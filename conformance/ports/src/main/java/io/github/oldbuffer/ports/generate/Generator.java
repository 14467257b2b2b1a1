package io.github.oldbuffer.ports.generate;

import io.github.oldbuffer.ports.compiler.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A program that writes C or C++ out of something else. */
enum Generator {
    CYTHON(
            ".pyx",
            "Cython",
            "CYTHON",
            List.of("cython", "cython3"),
            "(Debian: apt-get install cython3; everywhere: pip install cython)",
            Pattern.compile("(?m)^#\\s*distutils\\s*:\\s*language\\s*=\\s*c\\+\\+")) {
        @Override
        List<String> words(String program, Language language, List<String> folders, Path source, Path origin) {
            // lines of debug information are those of the user's file then
            List<String> words = new ArrayList<>(List.of(program, "--line-directives"));
            if (language == Language.CPP) {
                words.add("--cplus");
            }
            folders.forEach(folder -> words.addAll(List.of("-I", folder)));
            words.addAll(List.of("-o", source.toString(), origin.toString()));
            return words;
        }
    },
    SWIG(
            ".i",
            "a SWIG interface",
            "SWIG",
            List.of("swig"),
            "(Debian: apt-get install swig)",
            Pattern.compile("\\b(class|namespace|template)\\b|std::|%template|%include\\s*[<\"]std_|extern \"C\"")) {
        @Override
        List<String> words(String program, Language language, List<String> folders, Path source, Path origin) {
            List<String> words = new ArrayList<>(List.of(program, "-python"));
            if (language == Language.CPP) {
                words.add("-c++");
            }
            folders.forEach(folder -> words.add("-I" + folder));
            // beside the C source SWIG writes a Python module
            words.addAll(List.of("-outdir", source.getParent().toString(), "-o", source.toString(), origin.toString()));
            return words;
        }
    };

    private final String ending;
    private final String name;
    private final String variable;
    private final List<String> programs;
    private final String remedy;
    private final Pattern cpp;

    Generator(String ending, String name, String variable, List<String> programs, String remedy, Pattern cpp) {
        this.ending = ending;
        this.name = name;
        this.variable = variable;
        this.programs = programs;
        this.remedy = remedy;
        this.cpp = cpp;
    }

    /** The one that a file is for, by its ending. */
    static Optional<Generator> of(Path file) {
        return Arrays.stream(values())
                .filter(each -> file.toString().endsWith(each.ending))
                .findFirst();
    }

    /** The whole command. */
    abstract List<String> words(String program, Language language, List<String> folders, Path source, Path origin);

    /** What a file of it is, in words. */
    String words() {
        return name;
    }

    /** The environment variable that names the program. */
    String variable() {
        return variable;
    }

    /** Names of the program, in order of preference. */
    List<String> programs() {
        return programs;
    }

    /** Where it is not on the machine. */
    String remedy() {
        return remedy;
    }

    /** What a text of it is to be turned into. */
    Language target(String text) {
        return cpp.matcher(text).find() ? Language.CPP : Language.C;
    }

    /** The name of what is written, without the ending. */
    String stem(Path origin) {
        String file = origin.getFileName().toString();
        return file.substring(0, file.length() - ending.length()) + (this == SWIG ? "_wrap" : "");
    }
}
