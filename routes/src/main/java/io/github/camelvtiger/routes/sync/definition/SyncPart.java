package io.github.camelvtiger.routes.sync.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the records of one module are made.
 *
 * @param module of the target, or of the source if only that is a CRM; empty if the sync has a single one
 * @param fields the target's field to where its value comes from, in the file's order; empty: names are matched
 * @param leftOut columns of the source that are left out on purpose
 * @param skip a Simple expression; a row for which it is true is skipped
 * @param match the fields by which a record of the target is found again; empty: by id if the row has one, else created
 * @param where a VTQL condition on the records of a source that is a CRM
 * @param relations whose ids are added to the records of a source that is a CRM
 */
public record SyncPart(
        Optional<String> module,
        Map<String, FieldRule> fields,
        List<String> leftOut,
        Optional<String> skip,
        List<String> match,
        Optional<String> where,
        Relations relations) {

    public SyncPart {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        leftOut = List.copyOf(leftOut);
        match = List.copyOf(match);
    }

    /** Without a rule of its own. */
    static SyncPart matchingNames(String module) {
        return new SyncPart(
                Optional.of(module),
                Map.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Relations.NONE);
    }
}
