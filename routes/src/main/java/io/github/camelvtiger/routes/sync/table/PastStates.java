package io.github.camelvtiger.routes.sync.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Tables that have a row for each state of a record that was delivered, with the time for which it held: from the record's
 * {@code modifiedtime} to that of the next state, or to when its deletion was noticed. A change that moves no clock holds from when it was
 * seen.
 */
final class PastStates implements StateWriter {

    private static final String MODIFIED = "modifiedtime";

    private final TableRows rows;
    private final Optional<TableRows> items;
    private final Duration longestSave;

    /**
     * @param items those of line items, if the records have such
     * @param longestSave how long after its {@code modifiedtime} a record may still be written by the save that set it, so that another
     *     state of the same time is the same version
     */
    PastStates(TableRows rows, Optional<TableRows> items, Duration longestSave) {
        this.rows = rows;
        this.items = items;
        this.longestSave = longestSave;
    }

    @Override
    public void write(Handle handle, List<RecordState> states, Instant now) {
        Map<String, Map<String, Object>> latest = new HashMap<>();
        rows.find(handle, ModuleTable.ID, states.stream().map(RecordState::id).toList())
                .forEach(row -> latest.put((String) row.get(ModuleTable.ID), row));
        Map<List<Object>, Map<String, Object>> changed = new LinkedHashMap<>();
        Map<List<Object>, List<Map<String, Object>>> itemsOf = new LinkedHashMap<>();
        Instant seen = now.truncatedTo(ChronoUnit.SECONDS);
        for (RecordState state : states) {
            Optional<Map<String, Object>> before = Optional.ofNullable(latest.get(state.id()));
            if (state.isDeleted()) {
                before.filter(row -> row.get(ModuleTable.VALID_TO) == null).ifPresent(row -> {
                    row.put(ModuleTable.VALID_TO, later(seen, from(row)));
                    changed.put(key(row), row);
                });
                continue;
            }
            String hash = hash(state);
            if (before.filter(row -> row.get(ModuleTable.VALID_TO) == null && hash.equals(row.get(ModuleTable.HASH)))
                    .isPresent()) {
                continue;
            }
            Map<String, Object> row = new LinkedHashMap<>(state.row());
            row.put(ModuleTable.HASH, hash);
            row.put(ModuleTable.VALID_FROM, validFrom(state, before, seen));
            before.filter(former -> former.get(ModuleTable.VALID_TO) == null
                            && !from(former).equals(row.get(ModuleTable.VALID_FROM)))
                    .ifPresent(former -> {
                        former.put(ModuleTable.VALID_TO, row.get(ModuleTable.VALID_FROM));
                        changed.put(key(former), former);
                    });
            changed.put(key(row), row);
            itemsOf.put(key(row), items(state, from(row)));
            latest.put(state.id(), row);
        }
        rows.put(handle, changed.values());
        items.ifPresent(table -> putItems(handle, table, itemsOf));
    }

    /** Since when the state holds. */
    private Instant validFrom(RecordState state, Optional<Map<String, Object>> before, Instant seen) {
        if (before.isEmpty()) {
            return state.modified() == null ? seen : state.modified();
        }
        Map<String, Object> former = before.get();
        Instant reached =
                Optional.ofNullable((Instant) former.get(ModuleTable.VALID_TO)).orElse(from(former));
        Object formerly = former.get(MODIFIED);
        boolean isClosed = former.get(ModuleTable.VALID_TO) != null;
        if (state.modified() == null || isClosed && !state.modified().isAfter(reached)) {
            return later(seen, reached);
        }
        if (!state.modified().equals(formerly)) {
            return state.modified().isAfter(reached) ? state.modified() : later(seen, reached);
        }
        return from(former).equals(state.modified())
                        && seen.isBefore(state.modified().plus(longestSave))
                ? state.modified()
                : later(seen, reached);
    }

    private static Instant later(Instant time, Instant than) {
        return time.isAfter(than) ? time : than.plusSeconds(1);
    }

    private static Instant from(Map<String, Object> row) {
        return (Instant) row.get(ModuleTable.VALID_FROM);
    }

    private static List<Object> key(Map<String, Object> row) {
        return List.of(row.get(ModuleTable.ID), row.get(ModuleTable.VALID_FROM));
    }

    private static List<Map<String, Object>> items(RecordState state, Instant from) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (Map<String, Object> item : state.items()) {
            Map<String, Object> row = new LinkedHashMap<>(item);
            row.put(ModuleTable.VALID_FROM, from);
            items.add(row);
        }
        return items;
    }

    /** Those of a version that is replaced are replaced as well. */
    private static void putItems(Handle handle, TableRows table, Map<List<Object>, List<Map<String, Object>>> itemsOf) {
        List<Map<String, Object>> all = new ArrayList<>();
        itemsOf.forEach((version, items) -> {
            table.remove(handle, ModuleTable.PARENT, (String) version.get(0), ModuleTable.VALID_FROM, version.get(1));
            all.addAll(items);
        });
        table.put(handle, all);
    }

    private static String hash(RecordState state) {
        Map<String, Object> values = new LinkedHashMap<>();
        state.row().forEach((column, value) -> values.put(column, String.valueOf(value)));
        values.put(ModuleTable.ITEM, state.items().toString());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(RecordRows.json(values).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
