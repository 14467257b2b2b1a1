package io.github.oldbuffer.graalpy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GraalPyProviderTests {

    @Test
    void aGraalPyThatLoadsExtensionsByAnInterfaceOfLaterJavasIsRefusedInASentence() {
        assertEquals(
                Optional.of(
                        "GraalPy 25.2.4 needs Java 22 or later, and this is Java 17: a kit that is built with this Java"
                                + " has an older GraalPy."),
                GraalPyProvider.tooOld("25.2.4", 17));
        assertEquals(
                Optional.of(
                        "GraalPy 25.2 needs Java 22 or later, and this is Java 21: a kit that is built with this Java has"
                                + " an older GraalPy."),
                GraalPyProvider.tooOld("25.2", 21));
    }

    @Test
    void whatRunsIsNotRefused() {
        assertEquals(Optional.empty(), GraalPyProvider.tooOld("25.2.4", 22));
        assertEquals(Optional.empty(), GraalPyProvider.tooOld("25.2.4", 25));
        assertEquals(Optional.empty(), GraalPyProvider.tooOld("25.0.3", 17));
    }

    @Test
    void theBuildTakesAGraalPyThatItsJavaRuns() {
        String jar = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> new File(entry).getName())
                .filter(name -> name.startsWith("python-language-"))
                .findFirst()
                .orElseThrow();
        String version = jar.replaceAll("python-language-|\\.jar", "");
        assertFalse(GraalPyProvider.tooOld(version, Runtime.version().feature()).isPresent(), version);
    }
}
