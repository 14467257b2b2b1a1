package io.github.oldbuffer.spec.consumer;

/** What an object offers, as far as clauses about consumers tell objects apart. */
public enum Nature {
    /** One segment of single bytes. */
    PLAIN,
    /** Memory of no bytes, at NULL. */
    NULL,
    /** One segment whose items are larger than a byte, or lie in several dimensions. */
    ITEMS,
    /** Memory that is not one segment in the order of the items. */
    SCATTERED,
    /** More than 4 GiB of zeros, whose length a number of 32 bits would cut to that of the content. */
    LARGE,
    /** Nothing: it is no exporter. */
    NOTHING,
    /** It is an exporter, and fails. */
    REFUSING
}
