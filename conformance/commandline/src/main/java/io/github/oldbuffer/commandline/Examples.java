package io.github.oldbuffer.commandline;

import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** An example of each command, at the end of its {@code --help}. */
final class Examples {

    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("run", "./conform run -i cpython -i cpython:/usr/bin/python3 --seed 42"),
            Map.entry("diff", "./conform diff -i model -i cpython"),
            Map.entry("port", "./conform port src/compat.c --names AsReadBuffer=my_read"),
            Map.entry("call", "./conform call 'zlib.crc32(_, 1)' --python /usr/bin/python3"),
            Map.entry("scan", "./conform scan zlib binascii --python /usr/bin/python3"),
            Map.entry("object", "./conform object 'memoryview(bytes(12))[::2]' -i cpython"),
            Map.entry("sweep", "./conform sweep -i cpython --bound 2 --shard 1/4"),
            Map.entry("fuzz", "./conform fuzz -i cpython --duration 10m --corpus corpus"),
            Map.entry("replay", "./conform replay witness.json -i cpython"),
            Map.entry("issue", "./conform issue conformance-report/deviations/CAUSE"),
            Map.entry("report", "./conform report --merge shard1/results.json shard2/results.json"),
            Map.entry("gate", "./conform gate conformance-report/results.json --known known.json"),
            Map.entry("trend", "./conform trend reports --out trend.html"),
            Map.entry("list", "./conform list clauses"),
            Map.entry("explain", "./conform explain READ-6"),
            Map.entry("help", "./conform help port"));

    private Examples() {}

    /** Gives a command {@code --help}, {@code --version} and its example. */
    static void add(CommandSpec command) {
        if (!command.helpCommand()) {
            command.mixinStandardHelpOptions(true).versionProvider(new Kit());
        }
        command.usageMessage().footer("", "Example:", "  " + EXAMPLES.get(command.name()));
    }
}
