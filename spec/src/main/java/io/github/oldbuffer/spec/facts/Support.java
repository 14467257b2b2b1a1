package io.github.oldbuffer.spec.facts;

/** Whether an object supports an interface. */
public enum Support {
    YES,
    NO,
    /** The document leaves it open, so nobody is judged by it; the clause's notes say why. */
    OPEN
}
