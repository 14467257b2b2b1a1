package io.github.oldbuffer.model.exporter;

import static io.github.oldbuffer.model.exporter.Requests.cast;
import static io.github.oldbuffer.model.exporter.Requests.slice;
import static io.github.oldbuffer.model.exporter.Requests.view;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.spec.exporter.Exporter;
import io.github.oldbuffer.spec.exporter.Geometry;
import io.github.oldbuffer.spec.exporter.Scripted;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Requests for one order or another, by the numbers of CPython's flags. */
class ContiguityRequestTests {
    private static final int FORMAT = 0x4;
    private static final int STRIDES = 0x18;
    private static final int C_CONTIGUOUS = 0x38;
    private static final int F_CONTIGUOUS = 0x58;
    private static final int ANY_CONTIGUOUS = 0x98;

    private static final Exporter ROWS = scripted(new Geometry(0, 1, null, List.of(2L, 3L), null, false));
    private static final Exporter COLUMNS = scripted(new Geometry(0, 1, null, List.of(2L, 3L), List.of(1L, 2L), false));
    private static final Exporter STRIDED = scripted(new Geometry(0, 1, null, List.of(3L), List.of(2L), false));
    private static final Exporter INDIRECT = scripted(new Geometry(0, 1, null, List.of(2L, 3L), null, true));

    private final Requests requests = new Requests();

    @Test
    void aMemoryviewNamesTheOrderThatItLacks() {
        Exporter strided = view(6, slice(null, null, 2));
        refuses(strided, C_CONTIGUOUS, "memoryview: underlying buffer is not C-contiguous");
        refuses(strided, F_CONTIGUOUS, "memoryview: underlying buffer is not Fortran contiguous");
        refuses(strided, ANY_CONTIGUOUS, "memoryview: underlying buffer is not contiguous");
        refuses(view(6, cast('B', 2L, 3L)), F_CONTIGUOUS, "memoryview: underlying buffer is not Fortran contiguous");
        refuses(view(COLUMNS), C_CONTIGUOUS, "memoryview: underlying buffer is not C-contiguous");
    }

    @Test
    void aMemoryviewGrantsTheOrderThatItHas() {
        grants(view(6, cast('B', 2L, 3L)), C_CONTIGUOUS);
        grants(view(6, cast('B', 2L, 3L)), ANY_CONTIGUOUS);
        grants(view(COLUMNS), F_CONTIGUOUS);
        grants(view(COLUMNS), ANY_CONTIGUOUS);
        grants(view(6), F_CONTIGUOUS);
    }

    @Test
    void aMemoryviewOfIndirectMemoryHasNoOrder() {
        refuses(view(INDIRECT), C_CONTIGUOUS, "memoryview: underlying buffer is not C-contiguous");
        refuses(view(INDIRECT), F_CONTIGUOUS, "memoryview: underlying buffer is not Fortran contiguous");
        refuses(view(INDIRECT), STRIDES, "memoryview: underlying buffer requires suboffsets");
    }

    @Test
    void aMemoryviewTellsNoFormatWithoutAShape() {
        refuses(view(6), FORMAT, "memoryview: cannot cast to unsigned bytes if the format flag is present");
    }

    @Test
    void aScriptedExporterNamesTheOrderThatItLacks() {
        refuses(STRIDED, C_CONTIGUOUS, "the memory is not C-contiguous");
        refuses(STRIDED, F_CONTIGUOUS, "the memory is not Fortran contiguous");
        refuses(STRIDED, ANY_CONTIGUOUS, "the memory is not contiguous");
        refuses(ROWS, F_CONTIGUOUS, "the memory is not Fortran contiguous");
        refuses(COLUMNS, C_CONTIGUOUS, "the memory is not C-contiguous");
        grants(ROWS, ANY_CONTIGUOUS);
        grants(COLUMNS, ANY_CONTIGUOUS);
        grants(COLUMNS, F_CONTIGUOUS);
    }

    private void grants(Exporter exporter, int flags) {
        assertEquals(6, requests.granted(requests.make(exporter), flags).len());
    }

    private void refuses(Exporter exporter, int flags, String message) {
        assertEquals("BufferError: " + message, requests.refused(requests.make(exporter), flags));
    }

    private static Scripted scripted(Geometry geometry) {
        return new Scripted(6, 0, geometry, false, null, Scripted.Owner.SELF, null, false, true, Set.of());
    }
}
