package io.github.oldbuffer.probe;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A library or a program to be made from C sources.
 *
 * @param name without suffix, such as {@code liboldbuffer-probe}
 * @param sources the text of each file by its name; those that end in {@code .c} are compiled, the others are there to
 *     be included
 * @param includes folders with the headers of others
 * @param flags for the compiler, in order
 * @param headers texts that change when the headers of others do, such as {@code patchlevel.h}
 */
record Compilation(
        String name, SortedMap<String, String> sources, List<Path> includes, List<String> flags, List<String> headers) {
    Compilation {
        sources = new TreeMap<>(sources);
        includes = List.copyOf(includes);
        flags = List.copyOf(flags);
        headers = List.copyOf(headers);
    }

    /** A name for the result that is another one whenever anything that goes into it is. */
    String key(CCompiler compiler) {
        MessageDigest digest = sha256();
        add(digest, name);
        add(digest, compiler.command());
        add(digest, compiler.version());
        add(digest, List.copyOf(sources.keySet()));
        add(digest, List.copyOf(sources.values()));
        add(digest, includes.stream().map(Path::toString).toList());
        add(digest, flags);
        add(digest, headers);
        return name + "-" + HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    private static void add(MessageDigest digest, List<String> texts) {
        add(digest, Integer.toString(texts.size()));
        texts.forEach(text -> add(digest, text));
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        // the length first: otherwise moving a character from one text to the next would not show
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
