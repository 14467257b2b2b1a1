package io.github.oldbuffer.reports.folder;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Gives each deviation of a report a folder of its own, named after its clause and symptom. */
public final class Witnesses {

    static final String FOLDER = "deviations";
    static final String FILE = "witness.json";

    private static final int LONGEST_SLUG = 60;

    private final Map<String, Deviation> byFolder = new LinkedHashMap<>();

    /**
     * Takes a deviation in.
     *
     * @return the path of its witness, relative to the report's folder, with slashes
     */
    public String add(Deviation deviation) {
        String wanted = deviation.clause() + "-" + slug(deviation.symptom());
        String folder = wanted;
        // two implementations may show the same symptom, each with a witness of its own
        for (int number = 2; byFolder.containsKey(folder); number++) {
            folder = wanted + "-" + number;
        }
        byFolder.put(folder, deviation);
        return FOLDER + "/" + folder + "/" + FILE;
    }

    /** The deviations by the name of their folder, in the order in which they came. */
    Map<String, Deviation> byFolder() {
        return Collections.unmodifiableMap(byFolder);
    }

    /** Lower-case letters, digits and single hyphens; at most {@value #LONGEST_SLUG} characters. */
    static String slug(String symptom) {
        String words = symptom.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = words.length() <= LONGEST_SLUG ? words : words.substring(0, LONGEST_SLUG);
        String trimmed = cut.replaceAll("^-|-$", "");
        return trimmed.isEmpty() ? "deviation" : trimmed;
    }
}
