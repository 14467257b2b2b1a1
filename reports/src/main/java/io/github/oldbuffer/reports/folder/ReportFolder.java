package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.reports.results.Results;
import io.github.oldbuffer.spec.json.ScenarioJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder of a report: one file for each form of report, and {@code deviations/} with a folder for each deviation.
 *
 * <p>A report replaces the one before it, file by file and each at once. Files of others are left alone; a
 * {@code deviations/} that the kit did not write is refused.
 *
 * @param path as the user gave it
 * @param forms of report to write
 */
public record ReportFolder(Path path, List<ReportForm> forms) {

    /** Marks a {@code deviations/} as the kit's own, and so as one that may be replaced. */
    static final String MARKER = ".written-by-oldbuffer";

    private static final String MARKER_TEXT =
            "The Old Buffer conformance kit wrote this folder and replaces it at the next run.\n";

    public ReportFolder {
        forms = List.copyOf(forms);
    }

    /**
     * Makes the folder, and makes sure that a report can be written there, so that a long run is not in vain.
     *
     * @throws IOException with one sentence that says why not
     */
    public void prepare() throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new IOException(path + " is a file, not a folder for the report; choose another --out");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new IOException("the folder " + path + " could not be made; choose another --out", e);
        }
        if (!Files.isWritable(path)) {
            throw new IOException("the folder " + path + " is not writable; choose another --out");
        }
        if (!replaceable()) {
            throw new IOException(
                    deviations() + " holds files that the kit did not write; move it away or choose another --out");
        }
    }

    /**
     * Writes the report.
     *
     * @param witnesses of the deviations that the results name
     * @throws IOException with one sentence that says what could not be written; what was there before is still whole
     */
    public void write(Results results, Witnesses witnesses) throws IOException {
        prepare();
        Path draft = path.resolve(".deviations-new-" + ProcessHandle.current().pid());
        try {
            delete(draft);
            writeDeviations(draft, witnesses);
            replaceDeviations(draft);
            for (ReportForm form : forms) {
                WholeFile.write(path.resolve(form.fileName()), form.render().apply(results));
            }
        } catch (IOException e) {
            throw new IOException("the report could not be written to " + path + ": " + e.getMessage(), e);
        } finally {
            delete(draft);
        }
    }

    private Path deviations() {
        return path.resolve(Witnesses.FOLDER);
    }

    private boolean replaceable() throws IOException {
        Path deviations = deviations();
        if (!Files.exists(deviations)) {
            return true;
        }
        if (!Files.isDirectory(deviations)) {
            return false;
        }
        if (Files.exists(deviations.resolve(MARKER))) {
            return true;
        }
        try (Stream<Path> files = Files.list(deviations)) {
            return files.findAny().isEmpty();
        }
    }

    private void writeDeviations(Path draft, Witnesses witnesses) throws IOException {
        Files.createDirectory(draft);
        Files.writeString(draft.resolve(MARKER), MARKER_TEXT);
        for (Map.Entry<String, Exhibit> entry : witnesses.byFolder().entrySet()) {
            Path folder = Files.createDirectory(draft.resolve(entry.getKey()));
            Path witness = deviations().resolve(entry.getKey()).resolve(Witnesses.FILE);
            WholeFile.write(
                    folder.resolve(Witnesses.FILE),
                    ScenarioJson.write(entry.getValue().witness()));
            WholeFile.write(folder.resolve("README.md"), page(entry.getValue(), witness.toString()));
            for (Map.Entry<String, String> file : entry.getValue().files().entrySet()) {
                WholeFile.write(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }

    private static String page(Exhibit exhibit, String witness) {
        return exhibit instanceof Difference difference
                ? DifferencePage.text(difference, witness)
                : DeviationPage.text((Deviation) exhibit, witness);
    }

    /** A folder cannot be replaced at once: the old one is moved aside first, and deleted when the new one is there. */
    private void replaceDeviations(Path draft) throws IOException {
        Path old = path.resolve(".deviations-old-" + ProcessHandle.current().pid());
        delete(old);
        if (Files.exists(deviations())) {
            Files.move(deviations(), old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(draft, deviations(), StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(ReportFolder::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
