package io.github.oldbuffer.consumers.worker;

/**
 * What is called.
 *
 * @param expression with a {@code _} where the memory goes
 * @param setup code that makes what the expression needs; empty where it needs nothing
 */
public record Call(String expression, String setup) {

    private static final String PREFIX = "call:";

    /**
     * The call of an id.
     *
     * @throws CallException where it is the id of something else
     */
    public static Call of(String id, String setup) throws CallException {
        if (!id.startsWith(PREFIX)) {
            throw CallException.misused(id + " is no function that takes memory: call:module.function(_) would be one");
        }
        return new Call(id.substring(PREFIX.length()), setup);
    }

    /** Whether an id is that of a call. */
    public static boolean isId(String id) {
        return id.startsWith(PREFIX);
    }

    /** The id of the implementation that the call is. */
    public String id() {
        return PREFIX + expression;
    }
}
