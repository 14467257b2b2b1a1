package io.github.oldbuffer.commandline.option;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --out}: the folder of the report. */
public final class OutOption {

    public static final String NAME = "--out";

    @Option(
            names = NAME,
            paramLabel = "DIR",
            defaultValue = "conformance-report",
            description = "Where the report goes. Default: ${DEFAULT-VALUE}.")
    private Path out;

    public Path folder() {
        return out;
    }
}
