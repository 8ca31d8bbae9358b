package io.github.camelvtiger.simulator.store;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has saved a record: the star is kept for each user apart, and there is an entry only for those who have saved
 * it; for others {@code starred} is empty. The last one is known from {@code modifiedby}, so only the others are kept.
 */
public final class Savers {

    private static final String STARRED = "starred";

    private final Map<String, Set<String>> earlier = new ConcurrentHashMap<>();

    /** @param before the record as the new saver found it */
    void savedBy(StoredRow before, CrmUser user) {
        String last = before.value("modifiedby");
        if (!last.isEmpty() && !last.equals(user.id())) {
            earlier.computeIfAbsent(before.id(), id -> ConcurrentHashMap.newKeySet())
                    .add(last);
        }
    }

    /** The value of a field as the user gets it. */
    public String shown(StoredRow row, String field, CrmUser user) {
        String value = row.value(field);
        boolean own = !field.equals(STARRED)
                || row.value("modifiedby").equals(user.id())
                || earlier.getOrDefault(row.id(), Set.of()).contains(user.id());
        return own ? value : "";
    }
}
