package io.github.oldbuffer.commandline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * A harness of a runtime that has bytes, bytearray and objects without memory, and is right. It was written from {@code
 * protocol.md} alone and shares nothing with the kit.
 */
public final class SmallHarness {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Integer, Thing> things = new HashMap<>();

    private record Thing(byte[] memory, boolean writable) {}

    private SmallHarness() {}

    /** Answers until it is asked to end. */
    public static void main(String[] arguments) throws IOException {
        SmallHarness harness = new SmallHarness();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode message = JSON.readTree(line);
            if (message.has("goodbye")) {
                return;
            }
            System.out.println(
                    message.has("hello")
                            ? "{\"hello\": 1, \"name\": \"Small runtime\", \"version\": \"1.0\", "
                                    + "\"exporters\": [\"bytes\", \"bytearray\", \"non-buffer\"], "
                                    + "\"steps\": [\"make\", \"call\", \"drop\"]}"
                            : harness.answer(message));
            System.out.flush();
        }
    }

    private String answer(JsonNode message) {
        things.clear();
        StringBuilder events = new StringBuilder();
        for (JsonNode step : message.get("scenario").get("steps")) {
            events.append(events.isEmpty() ? "" : ", ").append(event(step));
        }
        return "{\"run\": " + message.get("run") + ", \"transcript\": {\"format\": \"oldbuffer-transcript\", "
                + "\"version\": 1, \"outcome\": {\"ended\": \"completed\"}, \"events\": [" + events + "]}}";
    }

    private String event(JsonNode step) {
        int object = step.get("object").intValue();
        return switch (step.get("do").textValue()) {
            case "make" -> {
                things.put(object, make(step.get("exporter")));
                yield "{\"did\": \"made\"}";
            }
            case "drop" -> {
                things.remove(object);
                yield "{\"did\": \"done\"}";
            }
            default -> call(step.get("function").textValue(), things.get(object), step);
        };
    }

    private static Thing make(JsonNode exporter) {
        if (exporter.get("kind").textValue().equals("non-buffer")) {
            return new Thing(null, false);
        }
        byte[] memory = new byte[exporter.get("length").intValue()];
        int seed = exporter.path("seed").asInt(0);
        for (int i = 0; i < memory.length; i++) {
            memory[i] = (byte) ((seed + i) % 251);
        }
        return new Thing(memory, exporter.get("kind").textValue().equals("bytearray"));
    }

    private String call(String function, Thing thing, JsonNode step) {
        boolean given = !step.path("nulls").isEmpty();
        boolean good = thing.memory() != null && (thing.writable() || !function.equals("WRITE"));
        if (function.equals("CHECK")) {
            return "{\"did\": \"called\", \"code\": " + (good && !given ? 1 : 0) + "}";
        }
        if (!good || given) {
            return "{\"did\": \"called\", \"code\": -1, "
                    + "\"raised\": {\"type\": \"TypeError\", \"typeError\": true, \"message\": \"\"}}";
        }
        return "{\"did\": \"called\", \"code\": 0, \"pointer\": {\"within\": 0}, \"length\": " + thing.memory().length
                + ", \"sample\": \"" + sample(thing.memory()) + "\"}";
    }

    private static String sample(byte[] memory) {
        HexFormat hex = HexFormat.of();
        int length = memory.length;
        return length <= 64
                ? hex.formatHex(memory)
                : hex.formatHex(memory, 0, 24)
                        + hex.formatHex(memory, length / 2, length / 2 + 16)
                        + hex.formatHex(memory, length - 24, length);
    }
}
