package io.github.oldbuffer.commandline;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/** What the document asks for, step by step: reports show it beside what an implementation did. */
final class ModelAnswers implements AutoCloseable {

    /** The id of the implementation that does what the document says; without it reports lack a column. */
    private static final String MODEL = "model";

    private final Optional<Implementation> model;

    private ModelAnswers(Optional<Implementation> model) {
        this.model = model;
    }

    static ModelAnswers from(Implementations implementations) {
        try {
            return new ModelAnswers(Optional.of(implementations.open(MODEL)));
        } catch (CommandException absent) {
            return new ModelAnswers(Optional.empty());
        }
    }

    Optional<Transcript> of(Scenario scenario) {
        return model.map(ideal -> ideal.run(List.of(scenario)).get(0));
    }

    /** Who answers; empty where nobody does. */
    Optional<Identity> identity() {
        return model.map(Implementation::identity);
    }

    @Override
    public void close() {
        model.ifPresent(Implementation::close);
    }
}
