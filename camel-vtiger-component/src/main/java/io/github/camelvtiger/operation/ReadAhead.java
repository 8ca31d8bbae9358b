package io.github.camelvtiger.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** Reads up to a hundred elements before the first of them is handed out, so that something can be done for all of them. */
final class ReadAhead implements Iterator<Object> {

    private static final int MOST = 100;

    private final Iterator<?> elements;
    private final Consumer<List<Object>> forAll;
    private Iterator<Object> read = Collections.emptyIterator();

    /** @param forAll called once for each hundred, before the first of them is handed out */
    ReadAhead(Iterator<?> elements, Consumer<List<Object>> forAll) {
        this.elements = elements;
        this.forAll = forAll;
    }

    @Override
    public boolean hasNext() {
        return read.hasNext() || elements.hasNext();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!read.hasNext()) {
            List<Object> together = new ArrayList<>();
            while (together.size() < MOST && elements.hasNext()) {
                together.add(elements.next());
            }
            read = together.iterator();
            forAll.accept(together);
        }
        return read.next();
    }
}
