package io.github.oldbuffer.conformance.port;

import io.github.oldbuffer.cpython.CPythonProvider;
import io.github.oldbuffer.cpython.PythonRuntime;
import io.github.oldbuffer.probe.CCompiler;
import io.github.oldbuffer.process.WorkerLimits;
import io.github.oldbuffer.spec.implementation.Implementation;
import io.github.oldbuffer.spec.implementation.ImplementationProvider;
import io.github.oldbuffer.spec.implementation.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Offers a port as {@code port:FILE}, for campaigns and comparisons; the command {@code port} says more about one.
 *
 * <p>Behind the file there may be names, as in {@code port:FILE.so:AsReadBuffer=my_read}. A library whose names are
 * given is loaded as it is, with no look into it.
 */
public final class PortProvider implements ImplementationProvider {

    private static final String FAMILY = "port:";

    @Override
    public List<Offer> offers() {
        return List.of(new Offer(
                FAMILY + "FILE", true, "the CPython that comes with the kit, with the functions of a port's FILE"));
    }

    @Override
    public boolean accepts(String id) {
        return id.startsWith(FAMILY);
    }

    @Override
    public Implementation open(String id) throws UnavailableException {
        String[] words = id.substring(FAMILY.length()).split(":", 2);
        Path file = Path.of(words[0]).toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw new UnavailableException("There is no file " + file + ".");
        }
        try {
            TemporaryFolder folder = TemporaryFolder.create();
            try {
                Port port = port(file, words.length > 1 ? words[1] : "", folder);
                return new LoadedPort(PortLoader.open(port, new Sanitizers(""), WorkerLimits.DEFAULT), folder);
            } catch (PortException | UnavailableException | IllegalArgumentException unusable) {
                folder.close();
                throw unusable;
            }
        } catch (PortException | IllegalArgumentException | IOException unusable) {
            throw new UnavailableException(unusable.getMessage(), unusable);
        }
    }

    private static Port port(Path file, String text, TemporaryFolder folder)
            throws PortException, UnavailableException {
        PythonRuntime python = CPythonProvider.python(CPythonProvider.BUNDLED);
        PortNames names = text.isEmpty() ? PortNames.originals() : PortNames.parse(text);
        return names.chosen() && !PortCompiler.isSource(file)
                ? new Port(List.of(file), List.of(), python, file, names.names(), names.names(), List.of())
                : new PortBuild(python, CCompiler.find(System.getenv()), List.of(), folder.path())
                        .of(List.of(file), names);
    }
}
