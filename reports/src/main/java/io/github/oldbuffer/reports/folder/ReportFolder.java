package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.reports.compare.Changes;
import io.github.oldbuffer.reports.html.Page;
import io.github.oldbuffer.reports.json.ChangesJson;
import io.github.oldbuffer.spec.results.Results;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a report: one file for each form of report, and {@code deviations/} with a folder for each cause.
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
     * Writes the report: every form, and a folder for each finding that has evidence.
     *
     * @throws IOException with one sentence that says what could not be written; what was there before is still whole
     */
    public void write(Results results) throws IOException {
        Results placed = FindingFolders.placed(results);
        write(List.of(placed), forms, placed);
    }

    /**
     * Writes a page that compares reports, in the order of time, the same for programs, and the folders of their findings.
     *
     * @return what became different from each to the next
     * @throws IOException as for one report
     */
    public Changes compare(List<Page.Named> reports) throws IOException {
        List<Results> placed =
                FindingFolders.placed(reports.stream().map(Page.Named::results).toList());
        List<Page.Named> named = new ArrayList<>();
        for (int i = 0; i < reports.size(); i++) {
            named.add(new Page.Named(reports.get(i).name(), placed.get(i)));
        }
        Changes changes = Changes.through(placed);
        write(
                placed,
                List.of(
                        new ReportForm("index.html", first -> Page.compare(named, changes)),
                        new ReportForm(ReportForm.CHANGES, first -> ChangesJson.write(changes.runs()))),
                placed.get(0));
        return changes;
    }

    private void write(List<Results> reports, List<ReportForm> files, Results told) throws IOException {
        prepare();
        Path draft = path.resolve(".deviations-new-" + ProcessHandle.current().pid());
        try {
            delete(draft);
            Files.createDirectory(draft);
            Files.writeString(draft.resolve(MARKER), MARKER_TEXT);
            DeviationsFolder.write(draft, deviations(), reports);
            replaceDeviations(draft);
            for (ReportForm form : files) {
                WholeFile.write(path.resolve(form.fileName()), form.render().apply(told));
            }
        } catch (IOException e) {
            throw new IOException("the report could not be written to " + path + ": " + e.getMessage(), e);
        } finally {
            delete(draft);
        }
    }

    private Path deviations() {
        return path.resolve(FindingFolders.FOLDER);
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
