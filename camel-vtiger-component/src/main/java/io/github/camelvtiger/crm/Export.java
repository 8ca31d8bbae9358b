package io.github.camelvtiger.crm;

import java.util.List;

/**
 * What to export.
 *
 * @param columns field names; empty for all
 * @param where a VTQL condition without the word WHERE; null for none
 * @param lineItems whether records of a module with line items have them in their field {@code LineItems}
 * @param parallelism how many parts of the module are read at the same time; 1 keeps the order of the ids
 */
public record Export(String module, List<String> columns, String where, boolean lineItems, int parallelism) {

    /** All records of a module with all their fields, in the order of the ids. */
    public static Export of(String module) {
        return new Export(module, List.of(), null, false, 1);
    }
}
