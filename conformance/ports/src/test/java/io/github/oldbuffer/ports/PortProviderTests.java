package io.github.oldbuffer.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.exporter.ByteArray;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import io.github.oldbuffer.spec.scenario.Function;
import io.github.oldbuffer.spec.scenario.Scenario;
import io.github.oldbuffer.spec.scenario.Step;
import io.github.oldbuffer.spec.transcript.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortProviderTests {

    private static final Scenario SCENARIO =
            Scenario.of(new Step.Make(0, new ByteArray(4, 1, false)), Step.Call.of(Function.READ, 0), new Step.Drop(0));

    private final PortProvider provider = new PortProvider();

    @Test
    void aPortIsCompiledAndItsFunctionsRun() throws Exception {
        try (Implementation port = provider.open("port:" + ExamplePort.file("faulty/returns_one.c"))) {
            assertEquals("port:returns_one.c", port.identity().id());
            assertEquals(
                    1,
                    assertInstanceOf(
                                    Event.Called.class,
                                    port.run(List.of(SCENARIO)).get(0).events().get(1))
                            .code());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            port:/nowhere/port.c                 | There is no file /nowhere/port.c.
            port:FAITHFUL:AsReadBuffer           | --names wants AsReadBuffer=my_name,... and not 'AsReadBuffer'
            port:FAITHFUL:AsReadBuffer=my_read   | The port has none of the functions my_read
            """)
    void whatCannotBeOpenedIsOneSentence(String id, String sentence) {
        String full = id.replace("FAITHFUL", ExamplePort.file("faithful.c").toString());
        UnavailableException refused = assertThrows(UnavailableException.class, () -> provider.open(full));
        assertTrue(refused.getMessage().startsWith(sentence), refused.getMessage());
    }
}
