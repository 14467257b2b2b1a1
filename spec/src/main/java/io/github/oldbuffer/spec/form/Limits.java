package io.github.oldbuffer.spec.form;

import io.github.oldbuffer.spec.exporter.Pattern;
import io.github.oldbuffer.spec.scenario.Scenario;

/** The greatest sizes that the written forms of scenarios and transcripts carry; the JSON form keeps them too. */
public final class Limits {

    /** The greatest length in bytes, and the greatest number of items along one dimension: 2^40. */
    public static final long LENGTH = 1L << 40;

    /** The greatest length in bytes of exporters whose memory cannot be sparse. */
    public static final long SOLID_LENGTH = Pattern.SPARSE_ABOVE;

    public static final int SEED = 250;

    /** The most exporters inside one another, the outermost included. */
    public static final int NESTING = 8;

    /** The most fields of a structure. */
    public static final int FIELDS = 64;

    /** The most operations on one memoryview. */
    public static final int OPERATIONS = 16;

    public static final int DIMENSIONS = 8;

    /** The most characters of the format of a scripted exporter; it has at least one. */
    public static final int FORMAT = 16;

    /** The most bytes, in UTF-8, of the name of an exception's type. */
    public static final int TYPE_NAME = 255;

    /** The most bytes, in UTF-8, of any other text. */
    public static final int TEXT = 65_535;

    /** The greatest index of a step in an outcome. */
    public static final int STEP_INDEX = 65_535;

    /** The most entries of traffic in one event. */
    public static final int TRAFFIC = 255;

    /** The greatest depth that an entry of traffic, or a reference count, tells. */
    public static final int TRAFFIC_DEPTH = 255;

    /** The most reference counts of other objects in one event: of every object and all inside it. */
    public static final int COUNTS = (Scenario.MAX_NAME + 1) * NESTING;

    private Limits() {}

    /** Whether a character may stand in a format: the printable ones of ASCII. */
    public static boolean formatCharacter(int character) {
        return character >= ' ' && character <= '~';
    }
}
