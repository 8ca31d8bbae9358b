package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.client.VtigerException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Rows that are read while they are consumed: the next page is asked for while the current one is consumed. Only {@link #next()}
 * fails: whoever looks one record ahead with {@link #hasNext()} must not lose the record that it has.
 */
final class PagedStream implements RecordStream {

    private final RowPages pages;
    private final String module;
    private CompletableFuture<List<Map<String, Object>>> next;
    private Iterator<Map<String, Object>> page = Collections.emptyIterator();
    private VtigerException fault;
    private volatile boolean closed;

    PagedStream(RowPages pages, String module) {
        this.pages = pages;
        this.module = module;
        this.next = pages.next();
    }

    /** True also when it is a fault that {@link #next()} has to report, and when the stream was closed before its end. */
    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next != null && fault == null && !closed) {
            turn();
        }
        return page.hasNext() || fault != null || next != null;
    }

    /** Asks for the page behind as soon as this one is there, on whatever thread brings it: no time is lost between. */
    private void turn() {
        CompletableFuture<List<Map<String, Object>>> arriving = next;
        next = arriving.thenCompose(read -> read.isEmpty() || closed ? arriving : pages.next());
        try {
            List<Map<String, Object>> read = arriving.join();
            page = read.iterator();
            next = read.isEmpty() ? null : next;
        } catch (CompletionException failure) {
            fault = Denials.known(failure);
        }
    }

    /** @throws IllegalStateException when the stream was closed before its end, which must not look like its end */
    @Override
    public Map<String, Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (closed) {
            throw new IllegalStateException("The export of " + module
                    + " was closed before all of it was read, as it is when its exchange is done; read it in the route"
                    + " that exports, or send to the endpoint itself, without a route, and close the stream.");
        }
        if (fault != null) {
            throw fault;
        }
        return page.next();
    }

    @Override
    public void close() {
        closed = true;
    }
}
