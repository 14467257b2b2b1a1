package io.github.oldbuffer.spec.results;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The entry on file for a known finding.
 *
 * @param reason why it is accepted
 * @param versions that it is filed for, such as {@code >=3.6 <3.13}; empty for all
 * @param since the day on which it came on file, such as {@code 2026-11-20}, or {@code null} where nobody noted it
 * @param upstream where it is reported, such as an issue's address, or {@code null}
 * @param expires the last day on which the entry counts, or {@code null}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Filed(String reason, String versions, String since, String upstream, String expires) {}
