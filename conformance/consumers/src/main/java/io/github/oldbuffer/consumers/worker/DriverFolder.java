package io.github.oldbuffer.consumers.worker;

import io.github.oldbuffer.probe.CacheFolder;
import io.github.oldbuffer.probe.ResourceFolder;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;

/** The kit's Python sources as files, in the cache. */
final class DriverFolder {

    private static final int DIGITS = 24;

    private DriverFolder() {}

    /** The script that serves the kit. */
    static Path driver(CacheFolder cache) throws UnavailableException {
        try {
            SortedMap<String, String> texts = ResourceFolder.find(
                            DriverFolder.class.getClassLoader(), "consumer-python")
                    .orElseThrow(() -> new IOException("they are not on the class path"))
                    .texts();
            Path folder = cache.entry("consumer-python-" + digest(texts), place -> {
                Files.createDirectory(place);
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    Files.writeString(place.resolve(text.getKey()), text.getValue());
                }
            });
            return folder.resolve("oldbuffer_driver.py");
        } catch (IOException e) {
            throw new UnavailableException("The driver of the kit cannot be read: " + e + ".", e);
        }
    }

    private static String digest(SortedMap<String, String> texts) {
        try {
            byte[] all = texts.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all))
                    .substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
