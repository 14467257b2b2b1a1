package io.github.oldbuffer.consumers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.oldbuffer.probe.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which types are an extension module's own, and which it has from elsewhere. */
class ListedTypesTests {

    private static final String CODE = """
            import sys
            sys.path.insert(0, sys.argv[1])
            import decimal, types
            import oldbuffer_modules

            module = types.ModuleType("mine._c")
            module.__file__ = "_c.so"
            pretending = type("Made", (), {"__module__": "mine_in_python"})
            for kind in decimal.Decimal, pretending:
                print(oldbuffer_modules.own(kind, module, "mine._c"))
            """;

    /** numpy.int64 is called DTYPE in many a module, which has not written it. */
    @Test
    void typesOfAnotherPackageAreNotListed() throws Exception {
        Path sources = Path.of("src/main/python").toAbsolutePath();
        Command.Result done =
                Command.run(List.of("python3", "-B", "-c", CODE, sources.toString()), Duration.ofSeconds(60));
        assertEquals(List.of("False", "True"), done.output().lines().toList(), done.errors());
    }
}
