package io.github.oldbuffer.ports.place;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.ports.declaration.Declaration;
import io.github.oldbuffer.ports.declaration.DeclarationReader;
import io.github.oldbuffer.ports.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionTextTests {

    @Test
    void whatCythonAddsToEveryModuleIsNoPlaceToLookAt() {
        List<Declaration> all = DeclarationReader.read(
                        SourceText.of(Path.of("m.c"), """
                        static void __Pyx_AddTraceback(int line) { PyErr_Clear(); }
                        static int ask(PyObject *o) { return PyObject_GetBuffer(o, 0, 0); }
                        static int read(PyObject *o) { if (ask(o)) { __Pyx_AddTraceback(3); return -1; } return 0; }
                        """).tokens(true))
                .functions();
        assertEquals(
                List.of(all.get(2), all.get(1)),
                FunctionText.of(List.of(all.get(2)), all).functions());
    }
}
