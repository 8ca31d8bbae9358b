package io.github.camelvtiger.simulator.store;

import io.github.camelvtiger.simulator.metadata.ModuleMetadata;

/**
 * One record of a module as a reader sees it at one moment; immutable, a save replaces it. Values are the texts the
 * server gives out ({@code "1234.50000000"}, {@code "11x3"}, {@code "2026-11-23 19:30:16"}); empty is {@code ""}.
 *
 * @param number the part of the id behind the x
 * @param values by the index of {@link ModuleMetadata#fieldIndex}
 */
public record StoredRow(ModuleMetadata module, long number, String[] values, boolean deleted) {

    public String id() {
        return module.idPrefix() + "x" + number;
    }

    /** @return {@code ""} for an empty one, and for a field that the module does not have */
    public String value(String field) {
        int index = module.fieldIndex(field);
        return index < 0 || values[index] == null ? "" : values[index];
    }
}
