package io.github.oldbuffer.reports.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassNamesTests {

    @Test
    void what_stands_before_a_colon_is_the_package() {
        assertEquals(
                List.of("port.x_c", "call.zlib_crc32", "cpython._3_12_bin", "oldbuffer.model", "mutant.READ_11_none"),
                ClassNames.of(
                        List.of("port:x.c", "call:zlib.crc32(_)", "cpython:3.12/bin", "model", "mutant:READ-11/none")));
    }

    @Test
    void others_have_other_names() {
        assertEquals(
                List.of("port.x_c", "port.x_c_2", "port.x_c_3", "port._", "port.größe"),
                ClassNames.of(List.of("port:x.c", "port:x_c", "port:x+c", "port:+", "port:_größe")));
    }
}
