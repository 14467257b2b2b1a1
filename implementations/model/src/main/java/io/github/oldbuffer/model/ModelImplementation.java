package io.github.oldbuffer.model;

import io.github.oldbuffer.model.function.DocumentFunctions;
import io.github.oldbuffer.model.function.FourFunctions;
import io.github.oldbuffer.model.function.LawfulProtocol;
import io.github.oldbuffer.model.function.NewProtocol;
import io.github.oldbuffer.model.run.ScenarioRun;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.List;

/** The model, or a mutant of it: the machine with some four functions and some new protocol on top. */
public final class ModelImplementation implements Implementation {

    private final Identity identity;
    private final FourFunctions functions;
    private final NewProtocol protocol;

    /** A model that goes by another name and differs in the functions given; they are called by one thread at a time. */
    public ModelImplementation(Identity identity, FourFunctions functions, NewProtocol protocol) {
        this.identity = identity;
        this.functions = functions;
        this.protocol = protocol;
    }

    /** The model that does what the document says. */
    public static ModelImplementation lawful() {
        Identity identity = new Identity(ModelProvider.ID, "Model", ModelProvider.KIT_VERSION);
        return new ModelImplementation(identity, new DocumentFunctions(), new LawfulProtocol());
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public List<Transcript> run(List<Scenario> batch) {
        return batch.stream()
                .map(scenario -> ScenarioRun.of(scenario, functions, protocol))
                .toList();
    }

    @Override
    public void close() {
        // nothing is held between batches
    }
}
