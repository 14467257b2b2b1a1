package io.github.oldbuffer.ports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.ports.build.Port;
import io.github.oldbuffer.ports.build.PortBuild;
import io.github.oldbuffer.ports.build.PortNames;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.results.Run;
import io.github.oldbuffer.suite.ProgressListener;
import io.github.oldbuffer.suite.SuiteOptions;
import io.github.oldbuffer.suite.known.KnownDeviations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Helpers in the forms in which extensions have them are judged as they are: in C++, in headers, behind adapters.
 *
 * <p>Each file has one fault, which {@code -DRIGHT} mends: what is found in the one and not in the other is the fault.
 */
class PortFormsTests {

    private static final int TRIES = 60;
    private static final int TRIES_OF_THE_RIGHT = 15;

    private static Implementation reference;

    @BeforeAll
    static void startCPython() throws Exception {
        reference = CPythonProvider.open(CPythonProvider.BUNDLED, ExamplePort.LIMITS);
    }

    @AfterAll
    static void stopCPython() {
        reference.close();
    }

    /** A clause that catches it, or words for a death. */
    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            faulty-cxx/static_never_released.cpp        | AsReadBuffer=r_read                 | READ-11
            faulty-cxx/namespace_strided.cpp            | AsReadBuffer=compat::v2::as_read    | READ-6
            faulty-cxx/anonymous_length_in_items.cpp    | AsReadBuffer=r_read                 | READ-5
            faulty-cxx/member_error_lost.cpp            | AsReadBuffer=image::Buffers::read   | READ-3
            faulty-cxx/raii_released_twice.cpp          | AsReadBuffer=r_read                 | READ-11
            faulty-cxx/exception_bad_alloc.cpp          | AsReadBuffer=r_read                 | CRASHED (a C++ exception (std::bad_alloc) left the function) in PyObject_AsReadBuffer
            faulty-cxx/exception_of_own.cpp             | AsReadBuffer=::pyimage::read        | CRASHED (a C++ exception (pyimage::python_error) left the function) in PyObject_AsReadBuffer
            faulty-cxx/vector_copied.cpp                | AsReadBuffer=r_read                 | READ-7
            faulty-cxx/overload_outputs_cleared.cpp     | AsReadBuffer=get                    | READ-8
            faulty-cxx/template_error_left.cpp          | AsReadBuffer=compat::as_read        | READ-9
            faulty-cxx/using_check_minus_one.cpp        | CheckReadBuffer=has_buffer          | CHECK-2
            faulty-cxx/extern_write_read_only.cpp       |                                     | WRITE-13
            faulty-cxx/smart_pointer_reference_kept.cpp | AsReadBuffer=r_read                 | READ-10
            faulty-cxx/map_kept.cpp                     | AsReadBuffer=as_read                | READ-11
            faulty-cxx/returns_true.cpp                 | AsReadBuffer=Reader::read           | READ-1
            faulty-cxx/template_with_arguments.cpp      | AsReadBuffer=get<const void>        | READ-6
            faulty-cxx/auto_length_in_items.cpp         | AsReadBuffer=Buffers::read          | READ-5
            headers/module_of_state.c                   | AsReadBuffer=state_read             | READ-11
            headers/strided.h                           | AsReadBuffer=strided_read           | READ-6
            headers/uses_old_buffer.c                   |                                     | READ-11
            headers/view.hpp                            | AsCharBuffer=image::View::read      | CHAR-5
            headers/macro.h                             | AsReadBuffer=macro_read             | READ-9
            headers/module.c                            | AsReadBuffer=module_read            | READ-3
            adapters/out_first.c                        |                                     | READ-6
            adapters/returns_pointer.c                  |                                     | READ-11
            adapters/class_never_releases.cpp           |                                     | READ-11
            adapters/returns_object.c                   |                                     | READ-6
            adapters/named_for_messages.c               |                                     | READ-3
            adapters/view_with_flags.c                  | AsReadBuffer=get_view               | READ-6
            adapters/view_true.c                        | AsReadBuffer=get_data_view          | READ-6
            adapters/view_alone.c                       | AsReadBuffer=get_buffer             | READ-2
            adapters/view_to_clean_up.c                 | AsReadBuffer=as_view                | READ-6
            adapters/length_as_int.c                    | AsReadBuffer=as_bytes               | READ-5
            adapters/converter.c                        | AsReadBuffer=buffer_converter       | READ-10
            adapters/converter_with_cleanup.c           | AsReadBuffer=buffer_converter       | READ-11
            adapters/references.cpp                     | AsCharBuffer=as_char                | CHAR-11
            """)
    void isCaughtAndItsRightFormIsNot(String file, String names, String expected) throws Exception {
        List<String> clauses = expected.startsWith("CRASHED") ? List.of("READ-1", "READ-2") : List.of(expected);
        Set<String> wrong = found(file, names, List.of(), clauses, TRIES);
        assertTrue(wrong.contains(expected), () -> "found only: " + wrong);
        assertEquals(Set.of(), found(file, names, List.of("-DRIGHT"), List.of(), TRIES_OF_THE_RIGHT));
    }

    /** AddressSanitizer looks for what throws when its program starts, before there is a port. */
    @Test
    void exceptionsAreNamedAndCaughtOnesAreNoneUnderASanitizer() throws Exception {
        String file = "faulty-cxx/exception_of_own.cpp";
        String names = "AsReadBuffer=pyimage::read";
        Sanitizers sanitizers = new Sanitizers("address");
        List<String> flags = sanitizers.flags();
        List<String> clauses = List.of("READ-2");
        assertEquals(
                Set.of("CRASHED (a C++ exception (pyimage::python_error) left the function) in PyObject_AsReadBuffer"),
                found(file, names, flags, clauses, TRIES_OF_THE_RIGHT, sanitizers));
        List<String> right = new ArrayList<>(flags);
        right.add("-DRIGHT");
        assertEquals(Set.of(), found(file, names, right, clauses, TRIES_OF_THE_RIGHT, sanitizers));
    }

    @Test
    void noFormIsLeftOut() throws Exception {
        Set<String> tested = Stream.of(getClass()
                        .getDeclaredMethod("isCaughtAndItsRightFormIsNot", String.class, String.class, String.class)
                        .getAnnotation(CsvSource.class)
                        .textBlock()
                        .split("\\R"))
                .map(line -> line.split("\\|")[0].strip())
                .collect(Collectors.toSet());
        Set<String> files = new java.util.TreeSet<>();
        for (String folder : List.of("faulty-cxx", "headers", "adapters")) {
            files.addAll(files(folder));
        }
        assertEquals(files, new java.util.TreeSet<>(tested));
    }

    private static Set<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(ExamplePort.file(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder + "/" + file.getFileName())
                    .filter(name -> !name.contains("_adapter."))
                    .collect(Collectors.toSet());
        }
    }

    /** Clauses that are violated, of those that are asked for or of all, and words for deaths. */
    private static Set<String> found(String file, String names, List<String> flags, List<String> clauses, int tries)
            throws Exception {
        return found(file, names, flags, clauses, tries, new Sanitizers(""));
    }

    private static Set<String> found(
            String file, String names, List<String> flags, List<String> clauses, int tries, Sanitizers sanitizers)
            throws Exception {
        List<String> all = new ArrayList<>(flags);
        all.add("-I" + ExamplePort.file("headers/include"));
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            Port port = new PortBuild(
                            CPythonProvider.python(CPythonProvider.BUNDLED),
                            CCompiler.find(System.getenv()),
                            all,
                            folder.path())
                    .of(
                            List.of(ExamplePort.file(file)),
                            adapter(file),
                            names == null ? PortNames.originals() : PortNames.parse(names));
            return found(port, clauses, tries, sanitizers);
        }
    }

    private static List<Path> adapter(String file) {
        int dot = file.lastIndexOf('.');
        Path adapter = ExamplePort.file(file.substring(0, dot) + "_adapter" + file.substring(dot));
        return Files.exists(adapter) ? List.of(adapter) : List.of();
    }

    private static Set<String> found(Port port, List<String> clauses, int tries, Sanitizers sanitizers)
            throws Exception {
        try (Implementation loaded = PortLoader.open(port, sanitizers, ExamplePort.LIMITS)) {
            SuiteOptions options =
                    clauses.isEmpty() ? PortVerification.options(port, tries, 1) : new SuiteOptions(tries, 1, clauses);
            Run run = PortVerification.verify(
                            loaded,
                            port.names().keySet(),
                            reference,
                            options,
                            false,
                            KnownDeviations.NONE,
                            ProgressListener.NONE)
                    .explored()
                    .run();
            assertNull(run.broken());
            return run.findings().stream()
                    .filter(found -> !found.known())
                    .map(found -> found.clause() == null ? found.symptom() : found.clause())
                    .collect(Collectors.toSet());
        }
    }
}
