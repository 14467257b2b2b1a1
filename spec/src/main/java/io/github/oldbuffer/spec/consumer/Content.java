package io.github.oldbuffer.spec.consumer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Bytes that an object offers: some, again and again.
 *
 * @param hex two digits for each byte
 * @param times how often they stand there
 */
public record Content(String hex, int times) {

    private static final Pattern BYTES = Pattern.compile("([0-9a-f]{2})*");
    private static final int LONGEST = 1 << 20;
    private static final int SHORT = 16;
    private static final int TOLD = 64;
    private static final int DIGITS = 16;

    public Content {
        if (hex == null || !BYTES.matcher(hex).matches()) {
            throw new IllegalArgumentException("expected bytes as pairs of hexadecimal digits");
        }
        if (times < 0 || (long) hex.length() / 2 * times > LONGEST) {
            throw new IllegalArgumentException("expected at most " + LONGEST + " bytes");
        }
    }

    public static Content of(String hex) {
        return new Content(hex, 1);
    }

    /** In bytes. */
    public int length() {
        return hex.length() / 2 * times;
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex.repeat(times));
    }

    /** As transcripts tell bytes: hexadecimal where they are few, otherwise their number and digest. */
    public String told() {
        if (length() <= TOLD) {
            return hex.repeat(times);
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes());
            return length() + " bytes, sha256 "
                    + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    /** As an expression of Python. */
    public String python() {
        String once = "bytes.fromhex('" + hex + "')";
        return length() == 0 ? "b''" : times == 1 ? once : once + " * " + times;
    }

    /** For people. */
    public String words() {
        String bytes = length() == 1 ? "1 byte" : length() + " bytes";
        return length() == 0 ? "no bytes" : length() <= SHORT && times == 1 ? bytes + " " + hex : bytes;
    }
}
