package io.github.camelvtiger.upsert;

import io.github.camelvtiger.inventory.LineItemUpdate;
import java.util.Arrays;
import java.util.List;

/**
 * How rows are to be upserted.
 *
 * @param matchFields by which records are found; at least one
 * @param stopOnError whether nothing more is sent after a row that failed
 * @param parallelism how many writes run at once
 * @param lineItemUpdate what the items of an order mean to those that it has
 */
public record UpsertSettings(
        List<String> matchFields,
        OnMultiple onMultiple,
        boolean stopOnError,
        int parallelism,
        LineItemUpdate lineItemUpdate) {

    /** The names in an option, separated by commas, each once; empty for null. */
    public static List<String> fieldNames(String option) {
        return option == null
                ? List.of()
                : Arrays.stream(option.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
    }
}
