package io.github.oldbuffer.suite.properties;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Optional;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.FixedSeedMode;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives a clause's property the seed and the tries of its trial, and ends the trial after it.
 *
 * <p>Seed and tries belong to a run, so they cannot stand in annotations.
 */
final class TrialHook implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Optional<String> clause = clause(context.targetMethod());
        if (clause.isEmpty() || !(context.testInstance() instanceof ClauseProperties properties)) {
            return property.execute();
        }
        Trial trial = properties.trial();
        prepare(context.attributes(), trial, clause.get());
        PropertyExecutionResult result = property.execute();
        if (result.status() != PropertyExecutionResult.Status.SUCCESSFUL) {
            return result;
        }
        try {
            trial.end(clause.get());
            return result;
        } catch (AssertionError vacuous) {
            return result.mapToFailed(vacuous);
        }
    }

    /** It stands on a class and is about the class's properties. */
    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    /** Nothing is left to jqwik's configuration: the same seed has to give the same scenarios everywhere. */
    private static void prepare(PropertyAttributes attributes, Trial trial, String clause) {
        attributes.setTries(trial.tries());
        attributes.setSeed(Long.toString(ScenarioSupplier.draw(new Draw(trial.seed(clause), trial.supports()))
                .seed()));
        attributes.setWhenFixedSeed(FixedSeedMode.ALLOW);
        attributes.setAfterFailure(AfterFailureMode.RANDOM_SEED);
        attributes.setGeneration(GenerationMode.RANDOMIZED);
        attributes.setEdgeCases(EdgeCasesMode.NONE);
        attributes.setShrinking(ShrinkingMode.FULL);
    }

    private static Optional<String> clause(Method property) {
        for (Parameter parameter : property.getParameters()) {
            ScenarioAbout about = parameter.getAnnotation(ScenarioAbout.class);
            if (about != null) {
                return Optional.of(about.value());
            }
        }
        return Optional.empty();
    }
}
