package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.scenario.Scenario;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.providers.TypeUsage;

/** Finds the arbitrary for a parameter that {@link ScenarioAbout} stands on. */
final class ScenarioSupplier implements ArbitrarySupplier<Scenario> {

    /** The seed where no trial gave one: a property that is not one of {@link ClauseProperties}. */
    private static final long NO_TRIAL = 1;

    @Override
    public Arbitrary<Scenario> supplyFor(TypeUsage parameter) {
        return parameter
                .findAnnotation(ScenarioAbout.class)
                .map(about -> new ScenarioArbitrary(about.value(), seed(NO_TRIAL)))
                .orElseThrow(() -> new IllegalStateException("the parameter has no @ScenarioAbout"));
    }

    /** The seed of the property under way; the first who asks decides. */
    static long seed(long otherwise) {
        return Store.getOrCreate(ScenarioSupplier.class, Lifespan.PROPERTY, () -> otherwise)
                .get();
    }
}
