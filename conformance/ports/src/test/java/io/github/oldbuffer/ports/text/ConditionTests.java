package io.github.oldbuffer.ports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions about Python's version are answered as a Python of today answers them, and no others. */
class ConditionTests {

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            PY_MAJOR_VERSION >= 3                             @ true
            PY_MAJOR_VERSION < 3                              @ false
            PY_VERSION_HEX >= 0x030D0000                      @ true
            (PY_VERSION_HEX < 0x030A00F0)                     @ false
            !(PY_MAJOR_VERSION == 2)                          @ true
            PY_MAJOR_VERSION >= 3 && PY_MINOR_VERSION >= 13   @ true
            PY_MAJOR_VERSION < 3 || defined(SOMETHING)        @ unknown
            PY_MAJOR_VERSION < 3 && defined(SOMETHING)        @ false
            defined(PYPY_VERSION)                             @ unknown
            defined(IS_PY3K)                                  @ true
            PYTHON2                                           @ false
            0                                                 @ false
            (A) && (B)                                        @ unknown
            """)
    void aPythonOfTodayAnswers(String condition, String answer) {
        assertEquals(answer, Condition.of(condition).map(String::valueOf).orElse("unknown"));
    }
}
