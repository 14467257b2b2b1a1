package io.github.oldbuffer.process;

import io.github.oldbuffer.probe.Areas;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A private folder that the kit shares with its workers; they run in it.
 *
 * @param path absolute; readable by this user only
 */
public record WorkerFolder(Path path) {

    /** Makes the folder and the two files for the areas in it. */
    static WorkerFolder create() throws IOException {
        WorkerFolder folder =
                new WorkerFolder(Files.createTempDirectory("oldbuffer-").toAbsolutePath());
        extend(folder.in(), Areas.IN_BYTES);
        extend(folder.out(), Areas.OUT_BYTES);
        return folder;
    }

    /** The file that is the input area. */
    public Path in() {
        return path.resolve("in");
    }

    /** The file that is the output area. */
    public Path out() {
        return path.resolve("out");
    }

    /** The areas, backed by the two files. */
    Areas map() throws IOException {
        return new Areas(map(in()), map(out()));
    }

    /** Deletes the folder and what lies in it; a folder that is gone already is no error. */
    void delete() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        for (Path child : children()) {
            Files.deleteIfExists(child);
        }
        Files.deleteIfExists(path);
    }

    private List<Path> children() throws IOException {
        try (Stream<Path> children = Files.list(path)) {
            return children.toList();
        }
    }

    private static void extend(Path file, int bytes) throws IOException {
        // a file with a hole: memory is used only where something is written
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), bytes - 1L);
        }
    }

    private static ByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(MapMode.READ_WRITE, 0, channel.size());
        }
    }
}
