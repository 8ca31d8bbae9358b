package io.github.camelvtiger.routes.sync.store;

import java.util.List;
import java.util.Map;

/**
 * A write that is about to be sent.
 *
 * @param row the row's number in its source; 0 if none caused it
 * @param place where a person finds the row
 * @param reject the reject of which it is a try; null if it is of none
 * @param recordId null for a create
 */
public record Intent(
        String run,
        long row,
        String place,
        Long reject,
        JournalledWrite.Kind kind,
        String module,
        String recordId,
        Map<String, ?> stored,
        Map<String, ?> sent,
        Map<String, List<String>> referrers) {}
