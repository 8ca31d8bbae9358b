package io.github.camelvtiger.routes.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the demo changed in the CRM and has not yet seen come back through a change feed; safe for many threads. */
public final class DemoLedger {

    private record Expected(String field, Object value) {}

    private final Map<Object, Expected> outstanding = new ConcurrentHashMap<>();
    private final AtomicInteger edits = new AtomicInteger();

    /** Before the edit is sent: the feed may be faster than the answer. A later edit of a record replaces the earlier. */
    void expect(String id, String field, Object value) {
        outstanding.put(id, new Expected(field, value));
    }

    /** The edit failed, so nothing will come back. */
    void forget(String id) {
        outstanding.remove(id);
    }

    void edited() {
        edits.incrementAndGet();
    }

    /** How many edits were made, well or badly. */
    public int edits() {
        return edits.get();
    }

    /** A route is done with this state of a record. */
    public void delivered(Map<?, ?> record) {
        outstanding.computeIfPresent(
                record.get("id"),
                (id, expected) -> expected.value().equals(record.get(expected.field())) ? null : expected);
    }

    public int outstanding() {
        return outstanding.size();
    }
}
