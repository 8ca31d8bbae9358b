package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.vtql.Condition;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * An export: pages by id, the next one asked for while the current one is consumed. Only {@link #next()} fails: whoever
 * looks one record ahead with {@link #hasNext()} must not lose the record that it has.
 */
final class KeysetStream implements RecordStream {

    private final QueryPages.PageSource source;
    private final CompletableFuture<String> selection;
    private final Condition condition;
    private final String module;
    private final PageOrder order;
    private CompletableFuture<Page> next;
    private Iterator<Map<String, Object>> page = Collections.emptyIterator();
    private VtigerException fault;
    private volatile boolean closed;

    /** @param selection from SELECT to the module */
    KeysetStream(
            QueryPages.PageSource source, String module, CompletableFuture<String> selection, Condition condition) {
        this.source = source;
        this.module = module;
        this.selection = selection;
        this.condition = condition;
        this.order = new PageOrder(module, false);
        this.next = ask(null);
    }

    /** @param after the last id that is there; null for none */
    private CompletableFuture<Page> ask(String after) {
        Condition behind = after == null ? Condition.NONE : Condition.all("id > '" + after + "'");
        return selection
                .thenCompose(begin -> source.page(
                        begin + condition.and(behind).clause() + " order by id limit " + QueryPages.PAGE + ";"))
                .thenApply(read -> order.require(read, after));
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
        CompletableFuture<Page> arriving = next;
        next = arriving.thenCompose(read -> isLast(read) || closed ? arriving : ask(lastId(read)));
        try {
            Page read = arriving.join();
            page = read.rows().iterator();
            next = isLast(read) ? null : next;
        } catch (CompletionException failure) {
            fault = Denials.known(failure);
        }
    }

    /** A short page need not be the last one: line items and rows that the user may not read count as well. */
    private static boolean isLast(Page read) {
        return read.rows().isEmpty();
    }

    private static String lastId(Page read) {
        return String.valueOf(read.rows().get(read.rows().size() - 1).get("id"));
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
