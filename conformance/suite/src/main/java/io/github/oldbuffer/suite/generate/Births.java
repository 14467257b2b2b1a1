package io.github.oldbuffer.suite.generate;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.scenario.Born;
import io.github.oldbuffer.spec.scenario.Step;

/** Where objects are made. */
final class Births {

    /** Of the objects that Python code can make one in so many is made there. */
    private static final int ONE_IN = 2;

    private Births() {}

    /** The step that makes an object, by Python code or through the C API. */
    static Step make(int object, Exporter exporter, Choices c) {
        boolean inPython = Born.inPython(exporter) && c.onceIn(ONE_IN);
        return new Step.Make(object, exporter, inPython ? Born.PYTHON : Born.C);
    }
}
