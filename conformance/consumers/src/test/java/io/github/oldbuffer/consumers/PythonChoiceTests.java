package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which interpreter functions are called in. */
class PythonChoiceTests {

    @TempDir
    private Path empty;

    @Test
    void whereThereIsNoPythonTheOneOfTheKitIsTaken() throws Exception {
        Path python = TestModule.python().executable();
        Map<String, String> nowhere = Map.of("PATH", empty.toString());
        assertEquals(python, PythonChoice.of(null, nowhere, () -> python).executable());
        assertEquals(
                python,
                PythonChoice.of(Path.of(PythonChoice.BUNDLED), System.getenv(), () -> python)
                        .executable());
    }

    @Test
    void whereThatCannotBeRunEitherIsSaidWhy() {
        UnavailableException none = assertThrows(
                UnavailableException.class,
                () -> PythonChoice.of(null, Map.of("PATH", empty.toString()), () -> {
                    throw new UnavailableException("There is no C compiler.");
                }));
        assertTrue(
                none.getMessage().contains("comes with the kit cannot be run (There is no C compiler);"),
                none.getMessage());
    }
}
