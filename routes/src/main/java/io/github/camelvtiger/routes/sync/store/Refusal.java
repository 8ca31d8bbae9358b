package io.github.camelvtiger.routes.sync.store;

import java.util.Map;
import java.util.Optional;

/**
 * A row of a run that was refused.
 *
 * @param place where a person finds the row
 * @param module of the target, if the source says for which one the row is
 * @param payload the cells as they were read
 * @param reason one sentence
 * @param reject the reject that the row was before, if it is one that came again
 */
public record Refusal(
        long row,
        String place,
        Optional<String> module,
        Map<String, ?> payload,
        String reason,
        Reject.Cause cause,
        Optional<Long> reject) {}
