package io.github.oldbuffer.fuzzing.targets;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a fuzzing process is at, in a file mapped into memory: it outlives the process however that ends, and costs no
 * system call.
 *
 * <p>Layout: 64 numbers of eight bytes, then one for each clause how often it was exercised, then the length of the
 * input under way and its bytes.
 */
public final class StateFile {

    /** Longer inputs are kept up to here; the fuzzer makes none. */
    public static final int LONGEST_INPUT = 4_096;

    private static final int NUMBERS = 64;
    private static final int CLAUSES = 256;
    private static final int INPUT = (NUMBERS + CLAUSES) * Long.BYTES;
    private static final int SIZE = INPUT + Integer.BYTES + LONGEST_INPUT;

    private final MappedByteBuffer map;

    /** What is counted. */
    public enum Count {
        EXECUTIONS,
        REJECTED,
        UNSUPPORTED,
        AVOIDED,
        BEHAVIOURS,
        /** 1 while the input is with the implementation. */
        UNDER_WAY
    }

    private StateFile(MappedByteBuffer map) {
        this.map = map;
    }

    /** Makes or opens it, for reading and writing. */
    public static StateFile open(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new StateFile(channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE));
        }
    }

    public long get(Count count) {
        return map.getLong(count.ordinal() * Long.BYTES);
    }

    void set(Count count, long value) {
        map.putLong(count.ordinal() * Long.BYTES, value);
    }

    void increment(Count count) {
        set(count, get(count) + 1);
    }

    /** How often the clause of this index was exercised. */
    public long exercised(int clause) {
        return map.getLong((NUMBERS + clause) * Long.BYTES);
    }

    void exercise(int clause) {
        map.putLong((NUMBERS + clause) * Long.BYTES, exercised(clause) + 1);
    }

    /** Notes the input before the implementation gets it. */
    void begin(byte[] input) {
        int length = Math.min(input.length, LONGEST_INPUT);
        map.putInt(INPUT, length);
        map.put(INPUT + Integer.BYTES, input, 0, length);
        set(Count.UNDER_WAY, 1);
    }

    void end() {
        set(Count.UNDER_WAY, 0);
    }

    /** The input that was noted last. */
    public byte[] input() {
        byte[] input = new byte[Math.max(0, Math.min(map.getInt(INPUT), LONGEST_INPUT))];
        map.get(INPUT + Integer.BYTES, input);
        return input;
    }

    /** Takes note that somebody has dealt with the input under way. */
    public void settle() {
        end();
    }
}
