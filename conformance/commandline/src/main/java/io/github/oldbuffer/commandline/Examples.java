package io.github.oldbuffer.commandline;

import io.github.oldbuffer.spec.text.KitCommand;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** An example of each command, at the end of its {@code --help}. */
final class Examples {

    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("run", KitCommand.NAME + " run -i cpython -i cpython:/usr/bin/python3 --seed 42"),
            Map.entry("diff", KitCommand.NAME + " diff -i model -i cpython"),
            Map.entry("port", KitCommand.NAME + " port src/compat.c --names AsReadBuffer=my_read"),
            Map.entry("call", KitCommand.NAME + " call 'zlib.crc32(_, 1)' --python /usr/bin/python3"),
            Map.entry("scan", KitCommand.NAME + " scan zlib binascii --python /usr/bin/python3"),
            Map.entry("object", KitCommand.NAME + " object 'memoryview(bytes(12))[::2]' -i cpython"),
            Map.entry("stress", KitCommand.NAME + " stress -i port:my_buffers.c:AsReadBuffer=my_read"),
            Map.entry("sweep", KitCommand.NAME + " sweep -i cpython --bound 2 --shard 1/4"),
            Map.entry("fuzz", KitCommand.NAME + " fuzz -i cpython --duration 10m --corpus corpus"),
            Map.entry("replay", KitCommand.NAME + " replay witness.json -i cpython"),
            Map.entry("issue", KitCommand.NAME + " issue conformance-report/deviations/CAUSE"),
            Map.entry("report", KitCommand.NAME + " report --merge shard1/results.json shard2/results.json"),
            Map.entry("gate", KitCommand.NAME + " gate conformance-report/results.json --known known.json"),
            Map.entry("trend", KitCommand.NAME + " trend reports --out trend.html"),
            Map.entry("list", KitCommand.NAME + " list clauses"),
            Map.entry("explain", KitCommand.NAME + " explain READ-6"),
            Map.entry("help", KitCommand.NAME + " help port"));

    private Examples() {}

    /** Gives a command {@code --help}, {@code --version} and its example. */
    static void add(CommandSpec command) {
        if (!command.helpCommand()) {
            command.mixinStandardHelpOptions(true).versionProvider(new Kit());
        }
        command.usageMessage().footer("", "Example:", "  " + EXAMPLES.get(command.name()));
    }
}
