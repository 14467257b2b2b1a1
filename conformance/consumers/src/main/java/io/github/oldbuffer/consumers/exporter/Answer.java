package io.github.oldbuffer.consumers.exporter;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What an exporter answered a request with.
 *
 * @param code what PyObject_GetBuffer returned
 * @param raised the exception set then, or {@code null}
 * @param bufferError whether that is a BufferError
 * @param owner what view.obj was: 0 NULL, 1 the object, 2 another
 * @param format {@code null} for NULL, as the lists
 * @param left the exception set after the release, or {@code null}
 * @param calcsize what struct.calcsize says of the format, {@code null} where it says nothing
 */
record Answer(
        int flags,
        int code,
        String raised,
        boolean bufferError,
        int owner,
        String address,
        long length,
        boolean readonly,
        long itemsize,
        int ndim,
        String format,
        List<Long> shape,
        List<Long> strides,
        List<Long> suboffsets,
        String left,
        Long calcsize) {

    static final int WRITABLE = 1;
    static final int FORMAT = 4;
    static final int ND = 8;
    static final int STRIDES = 0x18;
    static final int C_CONTIGUOUS = 0x38;
    static final int F_CONTIGUOUS = 0x58;
    static final int ANY_CONTIGUOUS = 0x98;
    static final int INDIRECT = 0x118;

    static Answer of(JsonNode told) {
        JsonNode raised = told.path("raised");
        return new Answer(
                told.path("flags").asInt(),
                told.path("code").asInt(),
                raised.isArray() ? raised.get(0).asText() : null,
                raised.isArray() && raised.get(1).asInt() != 0,
                told.path("owner").asInt(),
                told.path("address").asText(),
                told.path("length").asLong(),
                told.path("readonly").asInt() != 0,
                told.path("itemsize").asLong(),
                told.path("ndim").asInt(),
                told.path("format").isTextual() ? told.path("format").asText() : null,
                list(told.path("shape")),
                list(told.path("strides")),
                list(told.path("suboffsets")),
                told.path("left").isArray() ? told.path("left").get(0).asText() : null,
                told.path("calcsize").isNumber() ? told.path("calcsize").asLong() : null);
    }

    private static List<Long> list(JsonNode values) {
        if (!values.isArray()) {
            return null;
        }
        List<Long> numbers = new ArrayList<>();
        values.forEach(value -> numbers.add(value.asLong()));
        return List.copyOf(numbers);
    }

    boolean granted() {
        return code == 0;
    }

    boolean asks(int wanted) {
        return (flags & wanted) == wanted;
    }

    /** Such as {@code PyBUF_STRIDES | PyBUF_WRITABLE}. */
    String request() {
        return RequestWords.of(flags);
    }

    /** Whether it has any of the fields that a scalar must not have. */
    boolean layout() {
        return shape != null || strides != null || suboffsets != null;
    }

    boolean indirect() {
        return suboffsets != null && suboffsets.stream().anyMatch(offset -> offset >= 0);
    }

    /** Whether its items lie side by side, the last dimension varying fastest or the first one; by the strides that it has. */
    boolean contiguous(boolean lastFastest) {
        if (indirect()) {
            return false;
        }
        if (strides == null || shape == null || length == 0 || shape.contains(0L)) {
            return true;
        }
        long expected = itemsize;
        for (int i = 0; i < shape.size(); i++) {
            int at = lastFastest ? shape.size() - 1 - i : i;
            if (shape.get(at) > 1 && strides.get(at) != expected) {
                return false;
            }
            expected *= shape.get(at);
        }
        return true;
    }

    /** Bytes that the shape speaks of, of one item where there are no dimensions; {@code null} without a shape. */
    BigInteger product() {
        if (shape == null && !(ndim == 0 && asks(ND))) {
            return null;
        }
        return shape == null
                ? BigInteger.valueOf(itemsize)
                : shape.stream().map(BigInteger::valueOf).reduce(BigInteger.valueOf(itemsize), BigInteger::multiply);
    }
}
