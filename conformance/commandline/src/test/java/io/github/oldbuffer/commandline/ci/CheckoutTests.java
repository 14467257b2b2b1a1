package io.github.oldbuffer.commandline.ci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./conform} in a checkout that was moved or copied, or that lost something of what its build made. */
class CheckoutTests {

    private static final String TARGET = "conformance/commandline/target/";

    @TempDir
    Path temporary;

    private StandInTools tools;
    private Path checkout;

    @BeforeEach
    void a_built_checkout() throws Exception {
        tools = StandInTools.in(temporary);
        checkout = tools.checkout(temporary.resolve("checkout"));
        assertEquals(0, conform(checkout).status());
        assertEquals(1, tools.builds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"moved", "with a space", "R&D", "it's"})
    void a_checkout_that_was_moved_runs_what_is_in_it(String name) throws Exception {
        Path moved = Files.move(checkout, temporary.resolve(name));
        assertRunsItsOwn(moved);
        assertEquals(1, tools.builds(), "it was built again");
    }

    @Test
    void a_copy_runs_what_is_in_it_while_the_original_is_still_there() throws Exception {
        Path copy = temporary.resolve("copy");
        Script.run("cp -a checkout copy", temporary, Map.of());
        assertRunsItsOwn(copy);
        assertRunsItsOwn(checkout);
        assertEquals(1, tools.builds(), "it was built again");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "checkout/" + TARGET + "classes/io/github/oldbuffer/commandline/Conform.class",
                "checkout/" + TARGET + "modules/oldbuffer-spec.jar",
                "checkout/" + TARGET + "modules.txt",
                "checkout/" + TARGET + "libraries.txt",
                "checkout/" + TARGET + "conform.stamp",
                StandInTools.LIBRARY
            })
    void what_is_gone_is_built_again(String file) throws Exception {
        Files.delete(temporary.resolve(file));
        assertRunsItsOwn(checkout);
        assertEquals(2, tools.builds());
    }

    @Test
    void a_library_that_was_cut_to_nothing_is_fetched_again() throws Exception {
        Files.writeString(temporary.resolve(StandInTools.LIBRARY), "");
        assertRunsItsOwn(checkout);
        assertEquals(2, tools.builds());
    }

    @Test
    void a_build_that_leaves_something_out_is_a_sentence() throws Exception {
        Files.delete(temporary.resolve(StandInTools.LIBRARY));
        Script done = conform(checkout, "FORGETFUL", "yes");
        assertEquals(2, done.status(), done.said());
        assertTrue(done.said().contains("conform: the build left something out"), done.said());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone.jar", "repository:gone.jar", "gone/*"})
    void a_jar_of_the_users_that_is_not_there_is_wrong_usage(String entries) throws Exception {
        Script done = conform(checkout, "OLDBUFFER_CLASSPATH", entries);
        assertEquals(64, done.status(), done.said());
        String entry = entries.substring(entries.indexOf(':') + 1);
        assertEquals(
                "conform: OLDBUFFER_CLASSPATH names " + entry + ", which is not there or cannot be read\n",
                done.said());
    }

    @ParameterizedTest
    @ValueSource(strings = {StandInTools.LIBRARY, "repository", "repository/*", "repository/*:", "*"})
    void a_jar_of_the_users_goes_behind_those_of_the_kit(String entries) throws Exception {
        Script done = conform(checkout, "OLDBUFFER_CLASSPATH", entries);
        assertEquals(0, done.status(), done.said());
        assertTrue(done.said().contains(StandInTools.LIBRARY + ":" + entries + "\n"), done.said());
    }

    @Test
    void a_place_that_no_class_path_can_name_is_a_sentence() throws Exception {
        Script done = conform(Files.move(checkout, temporary.resolve("a:b")));
        assertEquals(2, done.status(), done.said());
        assertTrue(done.said().startsWith("conform: the kit lies in "), done.said());
    }

    private void assertRunsItsOwn(Path checkout) throws Exception {
        Script done = conform(checkout);
        assertEquals(0, done.status(), done.said());
        String classPath = done.said().lines().reduce((first, last) -> last).orElseThrow();
        assertEquals(
                List.of(
                        checkout.resolve(TARGET + "classes"),
                        checkout.resolve(TARGET + "modules/oldbuffer-spec.jar"),
                        checkout.resolve(TARGET + "modules/oldbuffer-suite.jar"),
                        temporary.resolve(StandInTools.LIBRARY)),
                Stream.of(classPath.split(":")).map(Path::of).toList());
        for (String entry : classPath.split(":")) {
            assertTrue(Files.exists(Path.of(entry)), entry);
        }
    }

    private Script conform(Path checkout, String... more) throws Exception {
        return tools.conform(checkout, more);
    }
}
