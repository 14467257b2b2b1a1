package io.github.oldbuffer.mutants;

import io.github.oldbuffer.model.function.DocumentFunctions;
import io.github.oldbuffer.model.function.FourFunctions;
import io.github.oldbuffer.model.function.LawfulProtocol;
import io.github.oldbuffer.model.function.NewProtocol;
import io.github.oldbuffer.spec.scenario.Function;

/** What a mutant puts into the model; made anew for each use, for faults may count calls. */
public record Behaviour(FourFunctions functions, NewProtocol protocol) {
    static Behaviour of(Function wrong, Fault fault) {
        return of(new FaultyFunctions(wrong, fault));
    }

    static Behaviour of(FourFunctions functions) {
        return new Behaviour(functions, new LawfulProtocol());
    }

    static Behaviour of(NewProtocol protocol) {
        return new Behaviour(new DocumentFunctions(), protocol);
    }
}
