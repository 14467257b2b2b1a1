package io.github.oldbuffer.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** The key of a compilation tells apart whatever could give another result. */
class CompilationProperties {

    private static final CCompiler CC = new CCompiler(List.of("cc"), "1");

    @Property(tries = 500)
    void keysAreEqualExactlyWhenEverythingIs(
            @ForAll @Size(max = 2) List<@CharRange(from = 'a', to = 'b') @StringLength(max = 2) String> flags,
            @ForAll @Size(max = 2) List<@CharRange(from = 'a', to = 'b') @StringLength(max = 2) String> headers,
            @ForAll @Size(max = 2) List<@CharRange(from = 'a', to = 'b') @StringLength(max = 2) String> otherFlags,
            @ForAll @Size(max = 2) List<@CharRange(from = 'a', to = 'b') @StringLength(max = 2) String> otherHeaders) {
        String one = compilation("", flags, headers).key(CC);
        String two = compilation("", otherFlags, otherHeaders).key(CC);
        boolean same = flags.equals(otherFlags) && headers.equals(otherHeaders);
        assertEquals(same, one.equals(two));
    }

    @Property(tries = 50)
    void anotherSourceOrCompilerGivesAnotherKey(@ForAll @CharRange(from = ' ', to = '~') String text) {
        String key = compilation("1", List.of(), List.of()).key(CC);
        assertEquals(
                text.equals("1"),
                key.equals(compilation(text, List.of(), List.of()).key(CC)));
        CCompiler other = new CCompiler(List.of("cc"), text);
        assertEquals(
                text.equals("1"),
                key.equals(compilation("1", List.of(), List.of()).key(other)));
    }

    private static Compilation compilation(String text, List<String> flags, List<String> headers) {
        return new Compilation("lib", new TreeMap<>(Map.of("a.c", text)), List.of(Path.of("include")), flags, headers);
    }
}
