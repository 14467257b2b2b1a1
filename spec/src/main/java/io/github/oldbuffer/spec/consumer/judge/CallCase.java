package io.github.oldbuffer.spec.consumer.judge;

import io.github.oldbuffer.spec.consumer.ConsumerScenario;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Fault;
import io.github.oldbuffer.spec.consumer.ConsumerTranscript.Outcome;
import io.github.oldbuffer.spec.consumer.Nature;
import java.util.List;
import java.util.Objects;

/** A call, and what several rules ask of it. */
record CallCase(ConsumerScenario scenario, ConsumerTranscript transcript) {

    private static final List<String> REFUSALS = List.of("TypeError", "BufferError");

    boolean of(Nature nature) {
        return scenario.offered().nature() == nature;
    }

    /** Whether the object can be read like a file, too. */
    boolean file() {
        String object = scenario.offered().python();
        return object != null && object.startsWith("mmap");
    }

    /** Whether the object's views name their owner. */
    boolean owned() {
        return scenario.offered().scripted() == null
                || scenario.offered().scripted().owned();
    }

    /** Whether the call with the object came to an end. */
    boolean ended() {
        return transcript.answer() != null;
    }

    /** Whether it gave a result; NotImplemented is none, nor is a value by which the function says that it failed. */
    boolean answered() {
        return ended()
                && !transcript.failed()
                && transcript.answer().value() != null
                && !transcript.answer().value().toString().equals("[\"constant\",\"NotImplemented\"]");
    }

    /** Whether it ended in a SystemError, and the call with bytes does not. */
    boolean brokeRules() {
        return ended()
                && transcript.answer().system()
                && transcript.references().stream().noneMatch(Outcome::system);
    }

    /** Whether the same items in one segment end in a SystemError as well, so that where they lie makes no difference. */
    boolean brokenInARow() {
        return scattered() && transcript.contiguous().system();
    }

    /** What a SystemError says of the C code, the same for the same thing. */
    String brokenRule() {
        String message = String.valueOf(transcript.answer().message());
        if (message.contains("without setting an exception") || message.contains("without exception set")) {
            return "failed without setting an exception (SystemError)";
        }
        if (message.contains("with an exception set") || message.contains("with an error set")) {
            return "returned a result with an exception set (SystemError)";
        }
        return "raised SystemError";
    }

    /** Died without a word where: not of a touch of memory between guards. */
    boolean diedOtherwise() {
        return transcript.death() != null && transcript.fault() == null;
    }

    boolean touched(String... places) {
        Fault fault = transcript.fault();
        return fault != null && List.of(places).contains(fault.place());
    }

    /** Whether the calls with bytes all ended alike, so that another end can be compared. */
    boolean repeats() {
        List<Outcome> references = transcript.references();
        return references.stream()
                .allMatch(each -> Objects.equals(each.value(), references.get(0).value())
                        && Objects.equals(each.raised(), references.get(0).raised())
                        && Objects.equals(each.state(), references.get(0).state())
                        && Objects.equals(each.after(), references.get(0).after()));
    }

    /** What another end is compared with: items of the same kind in one segment where there are such, else bytes. */
    private Outcome reference() {
        return scattered() ? transcript.contiguous() : transcript.references().get(0);
    }

    private boolean scattered() {
        return of(Nature.SCATTERED) && transcript.contiguous() != null;
    }

    /** Whether the function asks what the items are, so that it may answer by items instead of by bytes. */
    boolean itemwise() {
        return of(Nature.ITEMS) && transcript.itemwise();
    }

    /** Whether bytes are refused for what they are, so that their call says nothing of another object's. */
    private boolean bytesRefused() {
        return reference().raised() != null && REFUSALS.contains(reference().raised());
    }

    /** What differs from the call with bytes, in words that are the same for the same thing; empty where nothing does. */
    String difference() {
        if (!answered() || !repeats() || bytesRefused() || itemwise() || transcript.listed()) {
            return "";
        }
        Outcome answer = transcript.answer();
        if (reference().raised() != null) {
            return asked()
                    ? "a result where the same bytes raise " + reference().raised()
                    : "";
        }
        if (!answer.value().equals(reference().value())) {
            return "another result than for the same bytes";
        }
        if (!Objects.equals(answer.state(), reference().state())) {
            return "another effect than of the same bytes";
        }
        boolean writer = !scattered()
                && scenario.reference().equals("bytearray")
                && !scenario.offered().readonly();
        return writer
                        && answer.after() != null
                        && !answer.after().equals(reference().after())
                ? "other bytes written than into a bytearray"
                : "";
    }

    /** Whether the object is known to have been asked for its memory. */
    boolean asked() {
        return transcript.requests() != null && transcript.requests().count() > 0;
    }

    /** What was expected and what happened. */
    String compared() {
        return "with " + scenario.words() + ": " + told(transcript.answer()) + "; with "
                + (scattered() ? "the same items in one segment" : scenario.reference() + " of the same content") + ": "
                + told(reference());
    }

    /** With which object it happened. */
    String with(String what) {
        return "with " + scenario.words() + ": " + what;
    }

    /** How a call ended, for people. */
    static String told(Outcome outcome) {
        return outcome.raised() == null
                ? "returned " + outcome.value()
                : "raised " + outcome.raised() + ": " + outcome.message();
    }

    /** On which path a call went. */
    String path() {
        return answered()
                ? "where the call succeeds"
                : scenario.wrong() != null ? "where another argument is wrong" : "where the call fails";
    }
}
