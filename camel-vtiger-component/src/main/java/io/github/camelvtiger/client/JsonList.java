package io.github.camelvtiger.client;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.RandomAccess;

/**
 * A list as a message body, such as the records of a query. It is a type of its own, and not any List, so that Camel's type
 * converters can turn it into a JSON array without touching the Lists of other routes. It cannot be changed.
 */
public final class JsonList<E> extends AbstractList<E> implements RandomAccess, Serializable {

    private final ArrayList<E> elements;

    public JsonList(Collection<? extends E> elements) {
        this.elements = new ArrayList<>(elements);
    }

    @Override
    public E get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
