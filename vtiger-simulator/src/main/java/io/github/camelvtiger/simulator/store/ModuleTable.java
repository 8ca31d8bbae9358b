package io.github.camelvtiger.simulator.store;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The rows of one module by number. Readers see a row as it is at that moment: there are no transactions. */
public final class ModuleTable {

    private final ModuleMetadata module;
    private final ConcurrentSkipListMap<Long, StoredRow> rows = new ConcurrentSkipListMap<>();

    public ModuleTable(ModuleMetadata module) {
        this.module = module;
    }

    public ModuleMetadata module() {
        return module;
    }

    /** All rows, deleted ones too, ascending by number; live. */
    public NavigableMap<Long, StoredRow> rows() {
        return rows;
    }

    /** The rows that are not deleted, ascending by number. */
    public Stream<StoredRow> live() {
        return rows.values().stream().filter(row -> !row.deleted());
    }

    public Optional<StoredRow> live(long number) {
        return Optional.ofNullable(rows.get(number)).filter(row -> !row.deleted());
    }

    public void put(StoredRow row) {
        rows.put(row.number(), row);
    }

    /** Changes the row as it is now, not as another client read it before; nothing if there is none (any more). */
    public void change(long number, UnaryOperator<StoredRow> change) {
        rows.computeIfPresent(number, (key, row) -> change.apply(row));
    }

    /** For actor types, whose rows are deleted for good ({@code webservice.md §5}). */
    void remove(long number) {
        rows.remove(number);
    }
}
