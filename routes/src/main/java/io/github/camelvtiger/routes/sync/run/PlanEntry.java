package io.github.camelvtiger.routes.sync.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.camelvtiger.routes.sync.store.Reject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a plan holds for one row that is not already as it should be.
 *
 * @param row the row's number in its source
 * @param place where a person finds the row
 * @param action {@code create}, {@code update}, {@code delete} or {@code reject}
 * @param module of the target; null for a rejected row
 * @param id of the record; null if it is to be created
 * @param changes per field what is there and what is to be written
 * @param notes what else is to be said, such as records that are created because the row refers to them
 * @param reason why the row is rejected; null otherwise
 * @param cause whether that may pass; null unless the row is rejected
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PlanEntry(
        long row,
        String place,
        Action action,
        String module,
        String id,
        Map<String, Change> changes,
        List<String> notes,
        String reason,
        Reject.Cause cause) {

    public PlanEntry {
        changes = changes == null ? Map.of() : new LinkedHashMap<>(changes);
        notes = notes == null ? List.of() : List.copyOf(notes);
    }

    /** What becomes of a row. */
    public enum Action {
        CREATE,
        UPDATE,
        DELETE,
        REJECT
    }

    /**
     * Of one field.
     *
     * @param from the value there is; null if there is no record yet
     * @param to the value that is to be written; null if the record is to be deleted
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Change(Object from, Object to) {}
}
