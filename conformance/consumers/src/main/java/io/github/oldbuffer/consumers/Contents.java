package io.github.oldbuffer.consumers;

import io.github.oldbuffer.spec.consumer.Content;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Bytes that functions are tried with: what one refuses as nonsense, another needs. */
final class Contents {

    private static final int LONGEST_DRAWN = 48;

    private Contents() {}

    /** The shortest first; the last one depends on the seed. */
    static List<Content> of(long seed) {
        List<Content> contents = new ArrayList<>(List.of(
                Content.of(""),
                text("1"),
                text("ab"),
                text("1234"),
                text("deadbeef"),
                Content.of("000102fffe80007f"),
                text("12345678"),
                text("QUJDREVGR0hJSktM"),
                text("0123456789abcdef"),
                text("2026-11-28T10:15:00"),
                Content.of("789c4b4a4c4a4c4a4c4a0400"),
                new Content("00017f80ff", 8),
                new Content("6162636465666768", 8),
                new Content(HexFormat.of().formatHex(everyByte()), 17)));
        Random random = new Random(seed);
        byte[] drawn = new byte[2 * (1 + random.nextInt(LONGEST_DRAWN / 2))];
        random.nextBytes(drawn);
        contents.add(Content.of(HexFormat.of().formatHex(drawn)));
        return List.copyOf(contents);
    }

    private static Content text(String ascii) {
        return Content.of(HexFormat.of().formatHex(ascii.getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] everyByte() {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        return bytes;
    }
}
