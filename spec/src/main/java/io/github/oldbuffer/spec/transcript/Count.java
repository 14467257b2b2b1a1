package io.github.oldbuffer.spec.transcript;

/**
 * How a call changed the reference count of an object that it was not made on.
 *
 * @param object the scenario's number
 * @param depth 0 for the object itself, 1 for the one inside it, such as the base of a memoryview, and so on
 * @param change not 0; {@link Event#UNCOUNTED} where it cannot be told
 */
public record Count(int object, int depth, int change) {

    /** In words, for people: {@code o0}, {@code the object inside o0}, {@code the object 2 deep inside o0}. */
    public String name() {
        String name = "o" + object;
        return switch (depth) {
            case 0 -> name;
            case 1 -> "the object inside " + name;
            default -> "the object " + depth + " deep inside " + name;
        };
    }
}
