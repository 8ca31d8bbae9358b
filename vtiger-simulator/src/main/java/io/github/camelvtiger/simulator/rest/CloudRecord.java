package io.github.camelvtiger.simulator.rest;

import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.StoredRow;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A record with what only Vtiger Cloud reports of it: {@code isclosed}, 0 or 1, and its tags ({@code cloud-rest.md §6}). How
 * tags are written in the field {@code tags} is assumed: joined by a comma.
 */
final class CloudRecord {

    private final CrmStore store;
    private final ClosedStates closedStates;

    CloudRecord(CrmStore store, ClosedStates closedStates) {
        this.store = store;
        this.closedStates = closedStates;
    }

    /**
     * What is not a record of a module comes back as it is.
     *
     * @param whole whether all its fields were asked for
     */
    Map<?, ?> of(Map<?, ?> answered, boolean whole) {
        Optional<StoredRow> row = row(answered.get("id"));
        if (row.isEmpty() || !row.get().module().entity()) {
            return answered;
        }
        Map<Object, Object> record = new LinkedHashMap<>(answered);
        record.replace("tags", String.join(",", store.tags().of(row.get())));
        if (whole) {
            record.put("isclosed", closed(row.get()) ? "1" : "0");
        }
        return record;
    }

    private Optional<StoredRow> row(Object id) {
        if (!(id instanceof String text)) {
            return Optional.empty();
        }
        WebserviceId sent = WebserviceId.of(text);
        return store.metadata().modulePrefixed((int) sent.prefix()).flatMap(module -> store.table(module.name())
                .live(sent.number()));
    }

    private boolean closed(StoredRow row) {
        return closedStates
                .of(row.module().name())
                .filter(state -> state.values().contains(row.value(state.field())))
                .isPresent();
    }
}
