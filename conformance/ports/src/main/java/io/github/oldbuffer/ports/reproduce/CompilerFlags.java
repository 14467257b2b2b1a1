package io.github.oldbuffer.ports.reproduce;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A user's compiler flags, made to mean the same wherever the compiler is started. */
final class CompilerFlags {

    /** Options that a path may follow in the same word. */
    private static final List<String> BEFORE_PATHS =
            List.of("-isystem", "-iquote", "-idirafter", "-include", "-imacros", "-isysroot", "-I", "-L", "-F", "-B");

    /** Options whose value, behind an equals sign, is a path. */
    private static final List<String> WITH_VALUE = List.of(
            "--sysroot=",
            "-specs=",
            "--specs=",
            "-fplugin=",
            "-fprofile-use=",
            "-fprofile-instr-use=",
            "-fsanitize-ignorelist=",
            "-fsanitize-blacklist=");

    private static final String TO_LINKER = "-Wl,";

    private CompilerFlags() {}

    /** @param folder that relative paths start from */
    static List<String> absolute(List<String> flags, Path folder) {
        List<String> absolute = new ArrayList<>();
        flags.forEach(flag -> absolute.add(absolute(flag, folder)));
        return absolute;
    }

    private static String absolute(String flag, Path folder) {
        if (flag.startsWith(TO_LINKER)) {
            return toLinker(flag, folder);
        }
        Optional<String> option = BEFORE_PATHS.stream()
                .filter(each -> flag.startsWith(each) && flag.length() > each.length())
                .findFirst()
                .or(() -> WITH_VALUE.stream().filter(flag::startsWith).findFirst());
        if (option.isPresent()) {
            return option.get() + existing(flag.substring(option.get().length()), folder);
        } else if (flag.startsWith("@")) {
            return "@" + existing(flag.substring(1), folder);
        }
        return existing(flag, folder);
    }

    /** Such as {@code -Wl,-rpath,lib} and {@code -Wl,--version-script=port.map}. */
    private static String toLinker(String flag, Path folder) {
        List<String> parts = new ArrayList<>();
        for (String part : flag.split(",", -1)) {
            int value = part.startsWith("-") ? part.indexOf('=') + 1 : 0;
            parts.add(
                    value == 0 && part.startsWith("-")
                            ? part
                            : part.substring(0, value) + existing(part.substring(value), folder));
        }
        return String.join(",", parts);
    }

    /** A word is a path where there is such a file: {@code -include} means others, which lie in an {@code -I} folder. */
    private static String existing(String word, Path folder) {
        return word.isEmpty() || word.startsWith("-") || !Files.exists(folder.resolve(word))
                ? word
                : folder.resolve(word).normalize().toString();
    }
}
