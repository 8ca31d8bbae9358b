package io.github.camelvtiger.client;

import io.github.camelvtiger.client.BatchItem.Outcome;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of each record of a batch, in the order they were given. */
public record BatchResult(List<BatchItem> items) implements Iterable<BatchItem>, Serializable {

    public BatchResult {
        items = List.copyOf(items);
    }

    /** The items whose records are in the CRM as they were sent, or gone from it if they were to be deleted. */
    public List<BatchItem> succeeded() {
        return items.stream().filter(item -> !item.hasFailed()).toList();
    }

    public List<BatchItem> failed() {
        return items.stream().filter(BatchItem::hasFailed).toList();
    }

    public int size() {
        return items.size();
    }

    /** How many items have the outcome. */
    public int count(Outcome outcome) {
        return (int) items.stream().filter(item -> item.outcome() == outcome).count();
    }

    public int created() {
        return count(Outcome.CREATED);
    }

    public int updated() {
        return count(Outcome.UPDATED);
    }

    public int unchanged() {
        return count(Outcome.UNCHANGED);
    }

    public int deleted() {
        return count(Outcome.DELETED);
    }

    public Optional<BatchItem> firstFailed() {
        return items.stream().filter(BatchItem::hasFailed).findFirst();
    }

    @Override
    public Iterator<BatchItem> iterator() {
        return items.iterator();
    }

    /** The counts, and why the first item failed that did: {@code 2 created, 1 failed of 3 records; index 1: ...}. */
    @Override
    public String toString() {
        String counts = Stream.of(Outcome.values())
                .filter(outcome -> count(outcome) > 0)
                .map(outcome -> count(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        String size = items.size() + (items.size() == 1 ? " record" : " records");
        return (counts.isEmpty() ? size : counts + " of " + size)
                + firstFailed()
                        .map(item ->
                                "; index " + item.index() + ": " + item.error().getMessage())
                        .orElse("");
    }
}
