package io.github.camelvtiger.simulator.metadata;

import java.util.function.Supplier;

/** A value that is made when it is first asked for, and then kept: what no request asks for does not hold up the start. */
public final class Lazy<T> implements Supplier<T> {

    private Supplier<T> source;
    private volatile T value;

    /** @param source of a value that is not null; asked once */
    public Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T made = value;
        return made == null ? made() : made;
    }

    private synchronized T made() {
        if (value == null) {
            value = source.get();
            source = null;
        }
        return value;
    }
}
