package io.github.oldbuffer.mutants;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.text.KitCommand;
import java.util.List;

/** Offers the mutants by name, and none of them unasked. */
public final class MutantProvider implements ImplementationProvider {
    @Override
    public List<Offer> offers() {
        return List.of(new Offer(
                Mutant.FAMILY + "NAME",
                true,
                "the model with one mistake, to test the kit; " + KitCommand.NAME + " list mutants"));
    }

    @Override
    public boolean accepts(String id) {
        return id.startsWith(Mutant.FAMILY);
    }

    @Override
    public boolean runsHere(String id) {
        return true;
    }

    @Override
    public Implementation open(String id) throws UnavailableException {
        return Mutants.find(id.substring(Mutant.FAMILY.length()))
                .orElseThrow(() -> new UnavailableException(
                        "There is no mutant of this name; " + KitCommand.NAME + " list mutants names those there are."))
                .open();
    }
}
