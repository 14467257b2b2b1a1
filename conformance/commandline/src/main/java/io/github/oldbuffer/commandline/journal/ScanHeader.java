package io.github.oldbuffer.commandline.journal;

import java.util.List;
import java.util.Objects;

/**
 * What a scan was asked to do: everything that its results depend on besides the modules.
 *
 * @param kit version of the kit
 * @param names of modules, packages and distributions; none for the standard library
 * @param python the interpreter, absolute
 * @param named whether the user named it
 * @param version what it called itself, such as {@code cpython 3.11.2 cpython-311-x86_64-linux-gnu}
 * @param paths in front of its own {@code sys.path}, absolute
 * @param only what {@code --only} said
 * @param skip what {@code --skip} said
 * @param shard such as {@code 1/4}
 * @param sandbox whether functions are called in one
 * @param known what {@code --known} said, or {@code null} where it said nothing
 * @param knownDigest of the file that it named, or {@code null} where it named none
 * @param day on which entries on file may have expired, such as {@code 2026-11-22}
 */
public record ScanHeader(
        String kit,
        long seed,
        List<String> names,
        String python,
        boolean named,
        String version,
        List<String> paths,
        List<String> only,
        List<String> skip,
        String shard,
        boolean sandbox,
        String known,
        String knownDigest,
        String day)
        implements Beginning {
    public ScanHeader {
        Objects.requireNonNull(kit, "kit");
        names = List.copyOf(names);
        Objects.requireNonNull(python, "python");
        Objects.requireNonNull(version, "version");
        paths = List.copyOf(paths);
        only = List.copyOf(only);
        skip = List.copyOf(skip);
        Objects.requireNonNull(shard, "shard");
        Objects.requireNonNull(day, "day");
    }
}
