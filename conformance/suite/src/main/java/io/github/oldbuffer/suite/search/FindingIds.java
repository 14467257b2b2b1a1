package io.github.oldbuffer.suite.search;

import io.github.oldbuffer.spec.implementation.Identity;
import io.github.oldbuffer.spec.results.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Ids of findings: the same from run to run, and different within a run. */
public final class FindingIds {

    private static final int DIGITS = 12;

    private FindingIds() {}

    /** The findings with ids; which witness shows a finding does not matter. */
    public static List<Finding> named(Identity implementation, List<Finding> findings) {
        Set<String> taken = new TreeSet<>();
        return findings.stream()
                .map(finding -> {
                    String id = id(
                            implementation,
                            finding,
                            finding.known() ? finding.filed().reason() : "");
                    for (int number = 2; !taken.add(id); number++) {
                        id = id(implementation, finding, String.valueOf(number));
                    }
                    return finding.withId(id);
                })
                .toList();
    }

    private static String id(Identity implementation, Finding finding, String more) {
        String words = String.join(
                "\n",
                implementation.id(),
                finding.kind().name(),
                finding.function(),
                String.valueOf(finding.clause()),
                finding.symptom(),
                more);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
