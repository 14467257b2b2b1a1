package io.github.oldbuffer.spec.consumer.judge;

/** What memory of another shape than a row of bytes may end in: refused, or the result of its bytes in a row. */
final class Shapes {

    private Shapes() {}

    /** @param shape the shape in words, such as {@code strided} */
    static void examine(String shape, CallCase call, CallFindings findings) {
        if (call.ended() && call.repeats()) {
            findings.exercised();
        }
        if (call.brokeRules() && !call.brokenInARow()) {
            findings.violated(call.brokenRule(), call.compared());
        }
        String difference = call.difference();
        if (!difference.isEmpty()) {
            findings.violated(difference + " (" + shape + ")", call.compared());
        }
        if (call.diedOtherwise() || call.touched("before", "behind")) {
            String where = call.transcript().fault() == null ? "" : ", which touched what is outside of the memory";
            findings.violated(
                    "died of memory that is " + shape,
                    call.with("the process died of " + call.transcript().death() + where));
        }
    }
}
