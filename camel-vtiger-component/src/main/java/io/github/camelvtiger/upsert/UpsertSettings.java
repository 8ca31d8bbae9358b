package io.github.camelvtiger.upsert;

import java.util.Arrays;
import java.util.List;

/**
 * How rows are to be upserted.
 *
 * @param matchFields by which records are found; at least one
 * @param stopOnError whether nothing more is sent after a row that failed
 * @param parallelism how many writes run at once
 */
public record UpsertSettings(List<String> matchFields, OnMultiple onMultiple, boolean stopOnError, int parallelism) {

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
