package io.github.camelvtiger.routes.sync.table;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
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
        rows.find(handle, ModuleTable.ID, states.stream().map(RecordState::id).toList(), isLatest())
                .forEach(row -> latest.put((String) row.get(ModuleTable.ID), row));
        Map<List<Object>, Map<String, Object>> changed = new LinkedHashMap<>();
        Map<List<Object>, List<Map<String, Object>>> itemsOf = new LinkedHashMap<>();
        Instant seen = now.truncatedTo(ChronoUnit.SECONDS);
        for (RecordState state : states) {
            Optional<Map<String, Object>> before = Optional.ofNullable(latest.get(state.id()));
            if (state.isDeleted()) {
                before.filter(row -> row.get(ModuleTable.VALID_TO) == null).ifPresent(row -> {
                    row.put(ModuleTable.VALID_TO, later(seen, from(row)));
                    row.put(ModuleTable.DELETED_AFTER, lastSeen(state, row));
                    changed.put(key(row), row);
                });
                continue;
            }
            String tag = StateTag.of(state);
            if (before.filter(row -> row.get(ModuleTable.VALID_TO) == null && tag.equals(row.get(ModuleTable.HASH)))
                    .isPresent()) {
                continue;
            }
            boolean fills = before.filter(row -> lacksOnlyNewColumns(handle, row, state, tag))
                    .isPresent();
            Map<String, Object> row = fills ? new LinkedHashMap<>(before.get()) : new LinkedHashMap<>();
            row.putAll(state.row());
            row.put(ModuleTable.HASH, tag);
            row.put(ModuleTable.VALID_FROM, fills ? from(row) : validFrom(state, before, seen));
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
        items.ifPresent(table -> {
            putItems(handle, table, itemsOf);
            List<String> deleted = states.stream()
                    .filter(RecordState::isDeleted)
                    .map(RecordState::id)
                    .toList();
            table.removeOrphans(handle, deleted, rows);
        });
    }

    /** A column was added since the version was written: its value has been so, and is no change. */
    private boolean lacksOnlyNewColumns(Handle handle, Map<String, Object> version, RecordState state, String tag) {
        return version.get(ModuleTable.VALID_TO) == null
                && !StateTag.haveSameColumns(tag, (String) version.get(ModuleTable.HASH))
                && lacksOnly(state.row(), version)
                && items.map(table -> lackOnly(state.items(), itemsOf(handle, table, version)))
                        .orElse(true);
    }

    private static List<Map<String, Object>> itemsOf(Handle handle, TableRows table, Map<String, Object> version) {
        return table.find(handle, ModuleTable.PARENT, List.of((String) version.get(ModuleTable.ID)), "").stream()
                .filter(item -> from(item).equals(from(version)))
                .toList();
    }

    private static boolean lackOnly(List<Map<String, Object>> wanted, List<Map<String, Object>> found) {
        return wanted.size() == found.size()
                && IntStream.range(0, wanted.size()).allMatch(i -> lacksOnly(wanted.get(i), found.get(i)));
    }

    /** Which values do not fit depends on the columns that there are. */
    private static boolean lacksOnly(Map<String, Object> wanted, Map<String, Object> found) {
        return RowDifference.of(wanted, found).stream()
                .allMatch(column -> column.equals(ModuleTable.ERRORS) || found.get(column) == null);
    }

    private String isLatest() {
        String name = "{" + rows.table().name() + "}";
        return " and {valid_from} = (select max(latest.{valid_from}) from " + name + " latest where latest.{id} = "
                + name + ".{id})";
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

    /** A state that was delivered after the last look for deletions was seen itself. */
    private static Instant lastSeen(RecordState state, Map<String, Object> version) {
        Instant looked = (Instant) state.row().get(ModuleTable.DELETED_AFTER);
        return looked == null || looked.isAfter(from(version)) ? looked : from(version);
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
}
