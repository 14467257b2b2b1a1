package io.github.oldbuffer.process.lines;

import io.github.oldbuffer.spec.scenario.Scenario;
import java.util.Optional;

/** What a program of the {@code process:} protocol said, read after the fact. */
public final class Conversation {

    private Conversation() {}

    /**
     * Reads a hello and the answers to one scenario, as the kit does while a program runs.
     *
     * @param said lines; the first is the hello
     * @param scenario that was sent to the program as run 0
     * @return what is wrong with it, in one sentence, or empty where nothing is
     */
    public static Optional<String> fault(String said, Scenario scenario) {
        long number = 0;
        try {
            int least = 0;
            for (String line : said.lines().toList()) {
                number++;
                if (number == 1) {
                    Hello.read(LineJson.read(line));
                } else if (Answer.read(LineJson.read(line), 0, scenario) instanceof Answer.Progress progress) {
                    least = progress.after(least).step() + 1;
                }
            }
            return Optional.empty();
        } catch (ProtocolException fault) {
            return Optional.of(fault.inLine(number));
        }
    }
}
