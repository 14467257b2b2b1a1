package io.github.oldbuffer.ports.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.scenario.Function;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortNamesTests {

    @Test
    void withoutAChoiceTheOriginalNamesCount() {
        PortNames names = PortNames.originals();
        assertFalse(names.chosen());
        assertEquals("PyObject_AsReadBuffer", names.names().get(Function.READ));
    }

    @Test
    void functionsAreNamedWithOrWithoutTheirPrefix() {
        PortNames names = PortNames.parse("AsReadBuffer=my_read, PyObject_CheckReadBuffer = my_check");
        assertTrue(names.chosen());
        assertEquals(Map.of(Function.READ, "my_read", Function.CHECK, "my_check"), names.names());
    }

    @Test
    void templatesHaveTheirArgumentsAtAnyPlace() {
        PortNames names =
                PortNames.parse("AsReadBuffer=a::Grab<const void, 0>::get,AsWriteBuffer=fetch<std::pair<int, char *>>");
        assertEquals(
                Map.of(Function.READ, "a::Grab<const void, 0>::get", Function.WRITE, "fetch<std::pair<int, char *>>"),
                names.names());
        assertEquals("a::Grab::get", PortNames.declared(names.names().get(Function.READ)));
        assertEquals("fetch", PortNames.declared(names.names().get(Function.WRITE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AsReadBuffer",
                "AsReadBuffer=",
                "AsReadBuffer=a;b",
                "AsReadBuffer=a<",
                "AsReadBuffer=a<b>>",
                "AsReadBuffer=a<b;c>",
                "AsReadBuffer=a=b",
                "ReadBuffer=my_read",
                "AsReadBuffer=a,AsReadBuffer=b",
                "AsReadBuffer=a,"
            })
    void whatIsNoListOfNamesIsRefusedWithASentence(String text) {
        String sentence = assertThrows(IllegalArgumentException.class, () -> PortNames.parse(text))
                .getMessage();
        assertTrue(sentence.startsWith("--names "), sentence);
    }
}
