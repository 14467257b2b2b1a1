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

    private static final String FUNCTIONS = """
            import sys
            sys.path.insert(0, sys.argv[1])
            import math, types, zlib
            import oldbuffer_modules

            module = types.ModuleType("mine._c")
            module.__file__ = "_c.so"
            package = types.ModuleType("mine")
            package.__file__ = "mine.py"
            # as a ufunc of numpy, which names no module, and whose type does
            home = sys.modules["home"] = types.ModuleType("home")
            universal = type("universal", (), {"__module__": "home", "__call__": len})
            home.add, own = universal(), universal()
            home.add.__name__, own.__name__ = "add", "own"
            home.add.__module__ = own.__module__ = None
            for each in zlib.crc32, home.add, own:
                print(oldbuffer_modules.own(each, module, "mine._c"))
            print(oldbuffer_modules.own(zlib.crc32, package, "mine"), oldbuffer_modules.own(zlib.crc32, zlib, "zlib"))
            """;

    /** bx.arrays.array_tree has all that numpy has. */
    @Test
    void functionsOfAnotherPackageAreNotListedOfAnExtensionModule() throws Exception {
        Path sources = Path.of("src/main/python").toAbsolutePath();
        Command.Result done =
                Command.run(List.of("python3", "-B", "-c", FUNCTIONS, sources.toString()), Duration.ofSeconds(60));
        assertEquals(
                List.of("False", "False", "True", "True True"),
                done.output().lines().toList(),
                done.errors());
    }

    /** numpy.int64 is called DTYPE in many a module, which has not written it. */
    @Test
    void typesOfAnotherPackageAreNotListed() throws Exception {
        Path sources = Path.of("src/main/python").toAbsolutePath();
        Command.Result done =
                Command.run(List.of("python3", "-B", "-c", CODE, sources.toString()), Duration.ofSeconds(60));
        assertEquals(List.of("False", "True"), done.output().lines().toList(), done.errors());
    }
}
