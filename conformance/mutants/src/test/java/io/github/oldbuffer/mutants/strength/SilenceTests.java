package io.github.oldbuffer.mutants.strength;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The suite is silent about what is right. */
class SilenceTests {

    /** The short form, with few seeds. */
    @ParameterizedTest
    @CsvSource({"model, 40", "cpython, 3"})
    void nothingIsFoundButWhatIsOnFile(String id, int seeds) throws Exception {
        measure(id, seeds);
    }

    @Tag("proof")
    @ParameterizedTest
    @CsvSource({"model, 200", "cpython, 200"})
    void nothingIsFoundWithTwoHundredSeeds(String id, int seeds) throws Exception {
        measure(id, seeds);
    }

    private static void measure(String id, int seeds) throws Exception {
        ImplementationProvider provider = ServiceLoader.load(ImplementationProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.accepts(id))
                .findFirst()
                .orElseThrow();
        try (Implementation implementation = provider.open(id)) {
            Silence silence = Silence.measure(implementation, seeds, 200);
            System.out.println(
                    "false alarms: " + silence.alarms().size() + " / " + silence.scenarios() + " scenarios of " + id);
            assertEquals(List.of(), silence.alarms());
        }
    }
}
