package io.github.oldbuffer.reports.samples;

import io.github.oldbuffer.reports.json.ResultsException;
import io.github.oldbuffer.reports.json.ResultsJson;
import io.github.oldbuffer.spec.results.Results;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Results of real runs of twelve implementations, in schema 1, as the first version of the kit published them. */
public final class StoredResults {

    private StoredResults() {}

    /** By implementation, such as {@code pypy} or {@code cpython-3.9.18}. */
    public static Map<String, Results> all() throws IOException, ResultsException {
        Map<String, Results> all = new TreeMap<>();
        try (InputStream file = ResultsJson.class.getResourceAsStream("schema-1.zip");
                ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                all.put(entry.getName().replace(".json", ""), ResultsJson.read(text));
            }
        }
        return all;
    }
}
