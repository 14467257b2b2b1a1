package io.github.oldbuffer.suite.properties;

import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.scenario.Scenario;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.api.providers.TypeUsage;

/** Finds the arbitrary for a parameter that {@link ScenarioAbout} stands on. */
final class ScenarioSupplier implements ArbitrarySupplier<Scenario> {

    /** What is drawn where no trial gave one: a property that is not one of {@link ClauseProperties}. */
    private static final Draw NO_TRIAL = new Draw(1, Capabilities.EVERYTHING);

    @Override
    public Arbitrary<Scenario> supplyFor(TypeUsage parameter) {
        return parameter
                .findAnnotation(ScenarioAbout.class)
                .map(about -> new ScenarioArbitrary(draw(NO_TRIAL).about(about.value())))
                .orElseThrow(() -> new IllegalStateException("the parameter has no @ScenarioAbout"));
    }

    /** How the scenarios of the property under way are drawn; the first who asks decides. */
    static Draw draw(Draw otherwise) {
        return Store.getOrCreate(ScenarioSupplier.class, Lifespan.PROPERTY, () -> otherwise)
                .get();
    }
}
