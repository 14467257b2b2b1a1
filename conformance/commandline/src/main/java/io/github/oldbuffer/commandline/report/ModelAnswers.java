package io.github.oldbuffer.commandline.report;

import io.github.oldbuffer.commandline.CommandException;
import io.github.oldbuffer.commandline.Implementations;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/** What the document asks for, step by step: reports show it beside what an implementation did. */
public final class ModelAnswers implements AutoCloseable {

    /** The id of the implementation that does what the document says; without it reports lack a column. */
    private static final String MODEL = "model";

    private final Optional<Implementation> model;

    private ModelAnswers(Optional<Implementation> model) {
        this.model = model;
    }

    public static ModelAnswers from(Implementations implementations) {
        try {
            return new ModelAnswers(Optional.of(implementations.open(MODEL)));
        } catch (CommandException absent) {
            return new ModelAnswers(Optional.empty());
        }
    }

    public Optional<Transcript> of(Scenario scenario) {
        return model.map(ideal -> ideal.run(List.of(scenario)).get(0));
    }

    /**
     * Evidence for findings of an implementation, with programs where there can be some.
     *
     * @param id of the implementation
     */
    public FindingEvidence evidence(String id) throws CommandException {
        if (model.isEmpty() || !Programs.areFor(id)) {
            return FindingEvidence.of(this::of);
        }
        try {
            Programs programs = Programs.ofImplementation(id, model.get());
            return new FindingEvidence(this::of, programs::of);
        } catch (UnavailableException gone) {
            throw CommandException.notJudged(gone.getMessage(), gone);
        }
    }

    @Override
    public void close() {
        model.ifPresent(Implementation::close);
    }
}
