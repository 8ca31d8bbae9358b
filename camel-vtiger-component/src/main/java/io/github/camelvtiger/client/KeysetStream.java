package io.github.camelvtiger.client;

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
    private final String selection;
    private final Condition condition;
    private CompletableFuture<Page> next;
    private Iterator<Map<String, Object>> page = Collections.emptyIterator();
    private volatile boolean closed;

    /** @param selection from SELECT to the module */
    KeysetStream(QueryPages.PageSource source, String selection, Condition condition) {
        this.source = source;
        this.selection = selection;
        this.condition = condition;
        this.next = ask(Condition.NONE);
    }

    private CompletableFuture<Page> ask(Condition after) {
        return source.page(selection + condition.and(after).clause() + " order by id limit " + QueryPages.PAGE + ";");
    }

    @Override
    public boolean hasNext() {
        while (!page.hasNext() && next != null && !closed) {
            turn();
        }
        return page.hasNext() && !closed;
    }

    private void turn() {
        Page read;
        try {
            read = next.join();
        } catch (CompletionException failure) {
            next = null;
            throw Denials.known(failure);
        }
        int rows = read.rows().size();
        // A short page need not be the last one: line items and rows that the user may not read count as well.
        next = rows == 0
                ? null
                : ask(Condition.all("id > '" + read.rows().get(rows - 1).get("id") + "'"));
        page = read.rows().iterator();
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
