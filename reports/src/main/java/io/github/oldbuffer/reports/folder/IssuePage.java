package io.github.oldbuffer.reports.folder;

import io.github.oldbuffer.reports.json.FindingFile;
import io.github.oldbuffer.spec.clause.Clause;
import io.github.oldbuffer.spec.clause.Clauses;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import io.github.oldbuffer.spec.results.Finding.Kind;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.text.CauseTitle;
import io.github.oldbuffer.spec.text.Printable;
import io.github.oldbuffer.spec.text.StepText;
import io.github.oldbuffer.spec.text.WitnessText;
import io.github.oldbuffer.spec.transcript.Outcome;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A finding as an issue that can be sent to those who maintain what it was found in: no word of it needs the kit. */
public final class IssuePage {

    /** The name of its file. */
    public static final String FILE = "ISSUE.md";

    /** What a program begins the scenario with. */
    private static final String SHOWN = "def scenario(c):\n";

    private final FindingFile found;
    private final Finding finding;
    private final StringBuilder page = new StringBuilder();

    private IssuePage(FindingFile found) {
        this.found = found;
        this.finding = found.finding();
    }

    /**
     * @param others further findings of the same cause
     * @param happened what the implementation does with the witness today, by the id of each implementation that was asked
     * @param programs texts that lie beside it, by the names of their files
     * @param upstream a sentence about what became of it there; empty where nobody looked
     */
    public static String text(
            FindingFile found,
            List<Finding> others,
            Scenario witness,
            Map<Identity, Transcript> happened,
            Map<String, String> programs,
            String upstream) {
        IssuePage issue = new IssuePage(found);
        issue.title(witness, upstream);
        issue.steps(witness, happened);
        issue.documentation();
        issue.others(others);
        issue.programs(programs);
        issue.versions(happened);
        return issue.page.toString();
    }

    private void title(Scenario witness, String upstream) {
        Finding shown = finding.withShown(new Finding.Shown("", witness, last(witness), null, null));
        String title = finding.known() && !finding.filed().reason().isBlank()
                ? finding.cause().title()
                : CauseTitle.of(shown);
        page.append("# ").append(FindingPage.readable(title)).append("\n\n");
        if (!upstream.isEmpty()) {
            page.append(upstream).append("\n\n");
        } else if (finding.known() && finding.filed().upstream() != null) {
            page.append("Reported already: ").append(finding.filed().upstream()).append("\n\n");
        }
        page.append("## What happens\n\n")
                .append(sentence(finding.reason().replaceAll("\\bobject ([0-9])", "o$1")))
                .append("\n\n");
        if (finding.known()
                && !finding.filed().reason().isBlank()
                && !finding.filed().reason().equals(title)) {
            page.append(sentence(finding.filed().reason())).append("\n\n");
        }
    }

    private static int last(Scenario witness) {
        return witness.steps().size() - 1;
    }

    private void steps(Scenario witness, Map<Identity, Transcript> happened) {
        page.append("Step by step; `o0`, `o1` are objects, `v0`, `v1` views:\n\n");
        happened.forEach((identity, transcript) -> {
            code(identity.name() + " " + identity.version() + ":");
            for (int i = 0; i < witness.steps().size(); i++) {
                Step step = witness.steps().get(i);
                String did = WitnessText.happened(i, witness, transcript);
                code("    " + StepText.of(step) + (did.isEmpty() || did.equals("done") ? "" : "  ->  " + did));
                if (transcript.outcome() instanceof Outcome.Died died && died.step() == i) {
                    break;
                }
            }
        });
        page.append('\n');
    }

    private void documentation() {
        Optional<Clause> clause = Optional.ofNullable(finding.clause()).flatMap(Clauses::find);
        page.append("## What is expected\n\n");
        if (clause.isEmpty()) {
            page.append(
                    finding.kind() == Kind.DEATH
                            ? "No call of a function of the C API with these arguments should end the process.\n\n"
                            : "What CPython does; no document promises it.\n\n");
            return;
        }
        page.append(sentence(clause.get().statement())).append("\n\n");
        clause.get()
                .passage()
                .ifPresentOrElse(
                        passage -> page.append("The documentation of the C API says: \"")
                                .append(passage.words())
                                .append("\" (")
                                .append(passage.address())
                                .append(")\n\n"),
                        () -> page.append("It is not said in so many words; it follows: ")
                                .append(sentence(clause.get().source()))
                                .append("\n\n"));
    }

    private void others(List<Finding> others) {
        if (!others.isEmpty()) {
            page.append("The same cause shows in other ways:\n\n");
            others.forEach(other -> page.append("- ")
                    .append(FindingPage.readable(other.function() + " on " + other.object() + ": " + other.symptom()))
                    .append('\n'));
            page.append('\n');
        }
    }

    private void programs(Map<String, String> programs) {
        programs.forEach((name, text) -> FindingPage.command(text).ifPresent(command -> {
            page.append("## To see it\n\n`")
                    .append(name)
                    .append("` ends with 1 while it is so and with 0 once it is not:\n\n");
            code(command);
            page.append('\n');
            shown(text);
        }));
    }

    /** The lines of the program that are about this finding. */
    private void shown(String program) {
        int from = program.indexOf(SHOWN);
        if (from >= 0) {
            page.append("The lines of it that show it, where `c` is the C API:\n\n");
            program.substring(from + SHOWN.length())
                    .lines()
                    .takeWhile(line -> line.startsWith("    "))
                    .forEach(line -> code(line.substring(4)));
            page.append('\n');
        }
    }

    private void versions(Map<Identity, Transcript> happened) {
        page.append("## Versions\n\n");
        happened.keySet()
                .forEach(identity -> page.append("- ")
                        .append(FindingPage.readable(identity.name() + " " + identity.version()))
                        .append('\n'));
        page.append("\nFound by the Old Buffer conformance kit ")
                .append(found.kit())
                .append(".\n");
    }

    private static String sentence(String text) {
        String words = FindingPage.readable(text);
        return words.endsWith(".") || words.endsWith(":") ? words : words + ".";
    }

    private void code(String line) {
        page.append("    ").append(Printable.of(line)).append('\n');
    }
}
