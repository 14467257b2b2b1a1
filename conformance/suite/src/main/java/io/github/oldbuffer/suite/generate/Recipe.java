package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.exporter.Exporter;

/** Makes exporters of one sort out of choices. */
@FunctionalInterface
interface Recipe {
    Exporter make(Choices choices);
}
