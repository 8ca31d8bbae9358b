package io.github.camelvtiger.benchmarks.soak;

import io.github.camelvtiger.VtigerConstants;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/** What the feeds delivered: the last state of each record, and since when it is so. */
final class Mirror implements Processor {

    private final Map<String, Seen> alive = new ConcurrentHashMap<>();
    private final Map<String, Long> deleted = new ConcurrentHashMap<>();
    private final LongAdder deliveries = new LongAdder();

    /**
     * @param fields without {@code modifiedby}, which depends on a row's place in its page
     * @param since by {@link System#nanoTime}
     */
    record Seen(Map<String, Object> fields, long since) {}

    @Override
    @SuppressWarnings("unchecked") // the body of a change
    public void process(Exchange exchange) {
        deliveries.increment();
        String id = exchange.getIn().getHeader(VtigerConstants.RECORD_ID, String.class);
        if ("deleted".equals(exchange.getIn().getHeader(VtigerConstants.EVENT))) {
            alive.remove(id);
            deleted.put(id, System.nanoTime());
            return;
        }
        Map<String, Object> fields = comparable(exchange.getIn().getBody(Map.class));
        deleted.remove(id);
        alive.compute(
                id,
                (same, before) -> before != null && before.fields().equals(fields)
                        ? before
                        : new Seen(fields, System.nanoTime()));
    }

    static Map<String, Object> comparable(Map<String, Object> record) {
        Map<String, Object> fields = new HashMap<>(record);
        fields.remove("modifiedby");
        return fields;
    }

    /** By id. */
    Map<String, Seen> alive() {
        return alive;
    }

    /** By id, the time of {@link System#nanoTime} at which it was delivered. */
    Map<String, Long> deleted() {
        return deleted;
    }

    long deliveries() {
        return deliveries.sum();
    }
}
