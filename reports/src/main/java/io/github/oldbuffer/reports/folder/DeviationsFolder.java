package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.reports.json.FindingFile;
import io.github.oldbuffer.reports.words.CauseGroup;
import io.github.oldbuffer.spec.json.ScenarioJson;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Results;
import io.github.oldbuffer.spec.results.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code deviations/}: a folder for each cause, and in it a folder for each finding. */
final class DeviationsFolder {

    private static final String PAGE = "README.md";

    private DeviationsFolder() {}

    /**
     * Writes the folders of all findings that have evidence.
     *
     * @param draft where they are written, which exists
     * @param place where they will be, as the user would type it
     * @param reports whose findings were placed together
     */
    static void write(Path draft, Path place, List<Results> reports) throws IOException {
        Map<String, List<Finding>> byCause = new LinkedHashMap<>();
        for (Results results : reports) {
            for (Run run : results.runs()) {
                for (Finding finding : FindingFolders.in(run)) {
                    finding(draft, place, results, run, finding);
                }
                CauseGroup.of(run.withFindings(FindingFolders.in(run)), finding -> true)
                        .forEach(group -> byCause.computeIfAbsent(group.cause().id(), id -> new ArrayList<>())
                                .addAll(group.findings()));
            }
        }
        for (Map.Entry<String, List<Finding>> cause : byCause.entrySet()) {
            WholeFile.write(draft.resolve(cause.getKey()).resolve(PAGE), CausePage.text(cause.getValue()));
        }
    }

    private static void finding(Path draft, Path place, Results results, Run run, Finding finding) throws IOException {
        Path name = Path.of(FindingFolders.FOLDER)
                .relativize(Path.of(finding.witness()))
                .getParent();
        Path folder = Files.createDirectories(draft.resolve(name));
        WholeFile.write(
                folder.resolve(FindingFolders.WITNESS),
                finding.evidence()
                        .witness()
                        .map(ScenarioJson::write)
                        .orElseGet(() -> finding.evidence().scenario().toPrettyString() + "\n"));
        WholeFile.write(
                folder.resolve(PAGE),
                FindingPage.text(
                        finding, run.implementation(), place.resolve(name).toString()));
        FindingFile file = new FindingFile(
                results.kit().version(),
                run.implementation(),
                results.command() == null ? List.of() : results.command().words(),
                finding);
        WholeFile.write(folder.resolve(FindingFile.NAME), file.write());
        for (Map.Entry<String, String> text : finding.evidence().files().entrySet()) {
            WholeFile.write(folder.resolve(text.getKey()), text.getValue());
        }
    }
}
