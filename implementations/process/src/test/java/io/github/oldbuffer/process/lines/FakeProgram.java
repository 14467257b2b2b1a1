package io.github.oldbuffer.process.lines;

import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A program in the language of the shell that misbehaves as scenarios say. */
final class FakeProgram {

    private FakeProgram() {}

    /** What a program does with a scenario; {@code fake.sh} has them by their numbers. */
    enum Deed {
        GOOD,
        EXIT,
        ABORT,
        SEGV,
        LOOP,
        GARBAGE,
        HALF_AND_EXIT,
        HALF_AND_LOOP,
        WRONG_RUN,
        NOT_UTF8,
        GIGABYTES,
        MEMORY,
        CLOSES_OUTPUT,
        STEP_AND_EXIT,
        STEPS_FOR_EVER,
        TOO_FEW_EVENTS,
        LAST_WORDS_AND_SEGV,
        LAST_WORDS_AND_EXIT,
        HALF_AND_CLOSES_OUTPUT,
        ASSERTS;

        Scenario scenario() {
            return Scenario.of(new Step.Drop(ordinal()));
        }
    }

    static Implementation start(WorkerLimits limits) throws UnavailableException {
        return start("", limits);
    }

    /** @param argument for the script, without quotes */
    static Implementation start(String argument, WorkerLimits limits) throws UnavailableException {
        return ProcessProvider.open(id(argument), limits);
    }

    static String id(String argument) {
        return "process:sh -c '" + script() + "' fake '" + argument + "'";
    }

    /** With its own single quotes as a shell has them within single quotes. */
    private static String script() {
        try (InputStream stream = FakeProgram.class.getResourceAsStream("fake.sh")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("'", "'\\''");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
