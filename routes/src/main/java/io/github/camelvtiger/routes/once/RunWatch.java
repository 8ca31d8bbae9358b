package io.github.camelvtiger.routes.once;

import io.github.camelvtiger.routes.sync.run.RunReport;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.support.EventNotifierSupport;

/** Counts the files that syncs gave up as a whole. Rows that were rejected are not failures of their file. */
public final class RunWatch extends EventNotifierSupport {

    private static final String INBOX = "-inbox";

    private final Map<String, AtomicLong> refused = new ConcurrentHashMap<>();

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeFailedEvent failed) {
            count(failed.getExchange());
        } else if (event instanceof ExchangeCompletedEvent done
                && done.getExchange().getMessage().getBody() instanceof RunReport report
                && !isRead(report)) {
            count(done.getExchange());
        }
    }

    private static boolean isRead(RunReport report) {
        return switch (report.outcome()) {
            case DONE, KNOWN, APPROVED, PLANNED -> true;
            case REFUSED, STOPPED, INTERRUPTED, FAILED -> false;
        };
    }

    private void count(Exchange exchange) {
        String route = exchange.getFromRouteId();
        if (route != null && route.endsWith(INBOX)) {
            refused.computeIfAbsent(route, inbox -> new AtomicLong()).incrementAndGet();
        }
    }

    /** How many files of a sync. */
    public long refused(String sync) {
        AtomicLong number = refused.get("sync-" + sync + INBOX);
        return number == null ? 0 : number.get();
    }
}
