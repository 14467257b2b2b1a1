package io.github.oldbuffer.reports.folder;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Gives each deviation and difference of a report a folder of its own, named after its clause and symptom. */
public final class Witnesses {

    static final String FOLDER = "deviations";
    static final String FILE = "witness.json";

    private static final int LONGEST_SLUG = 60;

    private final Map<String, Exhibit> byFolder = new LinkedHashMap<>();

    /**
     * Takes a deviation in.
     *
     * @return the path of its witness, relative to the report's folder, with slashes
     */
    public String add(Deviation deviation) {
        return add(deviation.clause(), deviation);
    }

    /**
     * Takes a difference in.
     *
     * @return as for a deviation
     */
    public String add(Difference difference) {
        return add("difference", difference);
    }

    private String add(String kind, Exhibit exhibit) {
        String wanted = kind + "-" + slug(exhibit.symptom());
        String folder = wanted;
        // two implementations may show the same symptom, each with a witness of its own
        for (int number = 2; byFolder.containsKey(folder); number++) {
            folder = wanted + "-" + number;
        }
        byFolder.put(folder, exhibit);
        return FOLDER + "/" + folder + "/" + FILE;
    }

    /** What there is to show, by the name of their folder, in the order in which they came. */
    Map<String, Exhibit> byFolder() {
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
