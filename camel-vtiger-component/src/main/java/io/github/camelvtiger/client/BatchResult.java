package io.github.camelvtiger.client;

import java.util.Iterator;
import java.util.List;

/** What became of each record of a batch, in the order they were given. */
public record BatchResult(List<BatchItem> items) implements Iterable<BatchItem> {

    public BatchResult {
        items = List.copyOf(items);
    }

    @Override
    public Iterator<BatchItem> iterator() {
        return items.iterator();
    }
}
