package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.vtql.Condition;
import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** An export: pages by id, the next one asked for while the current one is consumed. */
final class KeysetStream implements RecordStream {

    private final QueryPages.PageSource source;
    private final CompletableFuture<String> selection;
    private final Condition condition;
    private CompletableFuture<Page> next;
    private Iterator<Map<String, Object>> page = Collections.emptyIterator();
    private volatile boolean closed;

    /** @param selection from SELECT to the module */
    KeysetStream(QueryPages.PageSource source, CompletableFuture<String> selection, Condition condition) {
        this.source = source;
        this.selection = selection;
        this.condition = condition;
        this.next = ask(Condition.NONE);
    }

    private CompletableFuture<Page> ask(Condition after) {
        return selection.thenCompose(begin ->
                source.page(begin + condition.and(after).clause() + " order by id limit " + QueryPages.PAGE + ";"));
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next != null && !closed) {
            turn();
        }
        return page.hasNext() && !closed;
    }

    /** Asks for the page behind as soon as this one is there, on whatever thread brings it: no time is lost between. */
    private void turn() {
        CompletableFuture<Page> arriving = next;
        next = arriving.thenCompose(read -> isLast(read) ? arriving : ask(behind(read)));
        try {
            Page read = arriving.join();
            page = read.rows().iterator();
            next = isLast(read) ? null : next;
        } catch (CompletionException failure) {
            next = null;
            throw Denials.known(failure);
        }
    }

    /** A short page need not be the last one: line items and rows that the user may not read count as well. */
    private static boolean isLast(Page read) {
        return read.rows().isEmpty();
    }

    private static Condition behind(Page read) {
        return Condition.all("id > '" + read.rows().get(read.rows().size() - 1).get("id") + "'");
    }

    @Override
    public Map<String, Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return page.next();
    }

    @Override
    public void close() {
        closed = true;
    }
}
