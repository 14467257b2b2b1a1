package io.github.oldbuffer.consumers.worker;

/**
 * What is called.
 *
 * @param expression with a {@code _} where the memory goes
 * @param setup code that makes what the expression needs; empty where it needs nothing
 */
public record Call(String expression, String setup) {

    /** The id of the implementation that the call is. */
    public String id() {
        return "call:" + expression;
    }
}
