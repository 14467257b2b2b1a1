package io.github.oldbuffer.suite;

import io.github.oldbuffer.model.ModelImplementation;
import io.github.oldbuffer.spec.exporter.ExporterKind;
import io.github.oldbuffer.spec.implementation.Capabilities;
import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.StepKind;
import io.github.oldbuffer.spec.transcript.Transcript;
import java.util.EnumSet;
import java.util.List;

/** A model of bytes and of what is no buffer, which can be made and called. */
record Limited() implements Implementation {

    @Override
    public Identity identity() {
        return new Identity("limited", "Limited", "1.0");
    }

    @Override
    public Capabilities supports() {
        return new Capabilities(
                EnumSet.of(ExporterKind.BYTES, ExporterKind.NON_BUFFER), EnumSet.of(StepKind.MAKE, StepKind.CALL));
    }

    @Override
    public List<Transcript> run(List<Scenario> batch) {
        return batch.stream()
                .map(scenario -> supports()
                        .lack(scenario)
                        .map(lack -> Transcript.unsupported(lack.step(), lack.what()))
                        .orElseGet(() -> ModelImplementation.lawful()
                                .run(List.of(scenario))
                                .get(0)))
                .toList();
    }

    @Override
    public void close() {}
}
