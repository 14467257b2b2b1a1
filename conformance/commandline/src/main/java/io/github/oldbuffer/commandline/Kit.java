package io.github.oldbuffer.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which kit this is. */
public final class Kit implements IVersionProvider {

    /** Such as {@code 0.1.0}. */
    public static String version() {
        Properties kit = new Properties();
        try (InputStream file = Kit.class.getResourceAsStream("kit.properties")) {
            kit.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the kit's own kit.properties cannot be read", e);
        }
        return kit.getProperty("version");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Old Buffer conformance kit " + version()};
    }
}
