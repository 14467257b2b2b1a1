package io.github.oldbuffer.process.lines;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.oldbuffer.spec.json.TranscriptJson;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever bytes a program writes, they are an answer or a fault with a sentence, and nothing else happens. */
class HostileLineProperties {

    private static final Scenario SCENARIO = Scenario.of(new Step.Drop(0));

    @Property
    void anyBytes(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
        readAll(new ByteArrayInputStream(bytes));
    }

    @Property
    void aValidSessionThatIsCut(@ForAll @IntRange(max = 400) int length) throws IOException {
        byte[] session = session();
        readAll(new ByteArrayInputStream(session, 0, Math.min(length, session.length)));
    }

    @Property
    void aValidSessionWithBytesChanged(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 1000) Integer> places, @ForAll byte value)
            throws IOException {
        byte[] session = session();
        places.forEach(place -> session[place % session.length] = value);
        readAll(new ByteArrayInputStream(session));
    }

    @Property(tries = 200)
    void deepNesting(@ForAll @IntRange(min = 1, max = 100_000) int depth, @ForAll boolean objects) throws IOException {
        String opening = objects ? "{\"run\":" : "[";
        readAll(stream(opening.repeat(depth) + "\n"));
    }

    @Property(tries = 200)
    void absurdNumbers(@ForAll @IntRange(min = 1, max = 50_000) int digits, @ForAll boolean exponent)
            throws IOException {
        readAll(stream("{\"run\": " + (exponent ? "1e" : "") + "9".repeat(digits) + ", \"step\": 0}\n"));
    }

    @Property(tries = 50)
    void noMoreThanALineIsRead(@ForAll @IntRange(min = 1, max = 100_000) int longest) throws IOException {
        Endless endless = new Endless();
        try {
            new BoundedLines(endless, longest).next();
            throw new AssertionError("an endless line was read");
        } catch (ProtocolException tooLong) {
            if (endless.given > longest + 8192L) {
                throw new AssertionError(endless.given + " bytes were read for a line of " + longest, tooLong);
            }
        }
    }

    private static void readAll(InputStream stream) throws IOException {
        BoundedLines lines = new BoundedLines(stream, 1 << 20);
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                ObjectNode message = LineJson.read(line);
                if (message.has("hello")) {
                    Hello.read(message);
                } else {
                    Answer.read(message, 1, SCENARIO);
                }
            }
        } catch (ProtocolException fault) {
            String detail = fault.inLine(lines.number());
            if (detail.length() > 400 || detail.chars().anyMatch(Character::isISOControl)) {
                throw new AssertionError("this is no fault to show to people: " + detail, fault);
            }
        }
    }

    private static byte[] session() {
        ObjectNode answer = LineJson.object().put("run", 1);
        answer.set("transcript", TranscriptJson.toTree(Transcript.completed(List.of(new Event.Done(null, List.of())))));
        String lines = "{\"hello\": 1, \"name\": \"x\", \"version\": \"1\", \"steps\": [\"drop\"]}\n"
                + "{\"run\": 1, \"step\": 0}\n" + LineJson.write(answer);
        return lines.getBytes(StandardCharsets.UTF_8);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A line that never ends. */
    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            given++;
            return 'x';
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, offset, offset + length, (byte) 'x');
            given += length;
            return length;
        }
    }
}
