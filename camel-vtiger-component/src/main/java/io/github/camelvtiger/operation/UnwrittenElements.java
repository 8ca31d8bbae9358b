package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** The elements of a batch that an earlier try did not write: those that failed, and those it did not come to. */
final class UnwrittenElements implements Iterator<Object> {

    private final Iterator<?> batch;
    private final List<BatchItem> written;
    private final BitSet places = new BitSet();
    /** The places of those that are written again and lie before the last one that was written. */
    private final int[] gaps;

    private int place;

    /** @param earlier the result of the earlier try, empty if there was none */
    UnwrittenElements(Iterator<?> batch, BatchResult earlier) {
        this.batch = batch;
        this.written = earlier.succeeded();
        written.forEach(item -> places.set(item.index()));
        BitSet unwritten = new BitSet();
        unwritten.set(0, places.length());
        unwritten.andNot(places);
        this.gaps = unwritten.stream().toArray();
    }

    /** The index in the whole batch of the element that comes as this one here, from 0. */
    int index(int here) {
        return here < gaps.length ? gaps[here] : places.length() + here - gaps.length;
    }

    /** The result with what the earlier try wrote. */
    BatchResult merged(BatchResult result) {
        return written.isEmpty()
                ? result
                : new BatchResult(Stream.of(written, result.items())
                        .flatMap(Collection::stream)
                        .sorted(Comparator.comparingInt(BatchItem::index))
                        .toList());
    }

    @Override
    public boolean hasNext() {
        while (places.get(place) && batch.hasNext()) {
            batch.next();
            place++;
        }
        return batch.hasNext();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        place++;
        return batch.next();
    }
}
