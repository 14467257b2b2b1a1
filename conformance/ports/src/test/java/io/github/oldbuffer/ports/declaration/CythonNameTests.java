package io.github.oldbuffer.ports.declaration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CythonNameTests {

    @ParameterizedTest
    @CsvSource({
        "__pyx_f_2cy_r_read, r_read",
        "__pyx_f_3pkg_5bytes_read, read",
        "__pyx_f_11a_long_name__read, _read",
        "__pyx_f_2cy, __pyx_f_2cy",
        "__pyx_pf_2cy_read, __pyx_pf_2cy_read",
        "r_read, r_read"
    })
    void modulesAreLeftOut(String name, String plain) {
        assertEquals(plain, CythonName.plain(name));
    }
}
