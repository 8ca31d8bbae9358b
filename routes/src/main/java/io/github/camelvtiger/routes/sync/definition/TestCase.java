package io.github.camelvtiger.routes.sync.definition;

import java.util.Map;
import java.util.Optional;

/**
 * A row, and what a sync should make of it.
 *
 * @param module of a sync of several
 * @param record the fields that are expected, all of them, as text
 * @param rejected a part of the reason that is expected
 * @param skipped whether the row is expected to be skipped
 */
public record TestCase(
        int line,
        Optional<String> module,
        Map<String, Object> row,
        Optional<Map<String, Object>> record,
        Optional<String> rejected,
        boolean skipped) {}
