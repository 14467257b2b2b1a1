package io.github.oldbuffer.fuzzing.campaign;

import io.github.oldbuffer.fuzzing.targets.Lead;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The leads in a session's folder, of this campaign and of those before it, each key once with its smallest input. */
final class LeadFiles {

    private static final String DEATHS = "leads-deaths.jsonl";

    private final Path session;

    LeadFiles(Path session) {
        this.session = session;
    }

    Map<String, Lead> read() throws IOException {
        Map<String, Lead> leads = new LinkedHashMap<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(session)) {
            files = all.filter(file -> file.getFileName().toString().matches("leads-.*\\.jsonl"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            // a line that a death cut off holds no lead
            Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .flatMap(line -> Lead.read(line).stream())
                    .forEach(lead -> leads.merge(
                            lead.name(),
                            lead,
                            (one, other) -> other.input().length < one.input().length ? other : one));
        }
        return leads;
    }

    /** Notes an input that a process died of. */
    void death(byte[] input) throws IOException {
        Files.writeString(
                session.resolve(DEATHS),
                Lead.death(input).line() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
