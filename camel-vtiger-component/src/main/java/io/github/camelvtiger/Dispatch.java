package io.github.camelvtiger;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.support.UnitOfWorkHelper;

/**
 * One exchange on its way through a route. It ends when the route has called back and its completions have run: Camel
 * hands these over to the copy with which a seda queue or a polling consumer continues, so the exchange that fails or
 * completes at last may be another one than was sent.
 */
final class Dispatch extends SynchronizationAdapter {

    private final Exchange exchange;
    private final String recordId;
    private final Object subject;
    private final AtomicInteger outstanding = new AtomicInteger(2);
    private final AtomicBoolean ran = new AtomicBoolean();
    private Consumer<Dispatch> onEnd;

    private volatile boolean failed;
    private volatile Exception unlogged;

    /**
     * @param recordId for messages
     * @param subject what the exchange was made of; the route may change everything that the exchange holds
     */
    Dispatch(Exchange exchange, String recordId, Object subject) {
        this.exchange = exchange;
        this.recordId = recordId;
        this.subject = subject;
    }

    Exchange exchange() {
        return exchange;
    }

    String recordId() {
        return recordId;
    }

    <T> T subject(Class<T> type) {
        return type.cast(subject);
    }

    /** Whether the route failed for it, or what the route handed it over to. */
    boolean isFailed() {
        return failed;
    }

    /** Why it failed, where no error handler has logged that; null otherwise. */
    Exception unlogged() {
        return unlogged;
    }

    /** To be called before it is sent. */
    void begin(Consumer<Dispatch> whenItEnds) {
        onEnd = whenItEnds;
        exchange.getExchangeExtension().addOnCompletion(this);
    }

    /** The route has called back. */
    void returned() {
        observe(exchange);
        part();
    }

    /** The processor has called back and leaves the completions to the caller, as one without a unit of work does. */
    void returnedWithCompletions() {
        if (exchange.getUnitOfWork() == null && exchange.getExchangeExtension().containsOnCompletion(this)) {
            UnitOfWorkHelper.doneSynchronizations(
                    exchange, exchange.getExchangeExtension().handoverCompletions());
        }
        returned();
    }

    @Override
    public void onDone(Exchange ended) {
        if (ran.compareAndSet(false, true)) {
            observe(ended);
            part();
        }
    }

    /** An error handler that gives up has logged the failure, and left it in a property. */
    private void observe(Exchange ended) {
        if (ended.isFailed() || ended.isRollbackOnly() || ended.isRollbackOnlyLast()) {
            failed = true;
            if (ended.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT) == null) {
                unlogged = ended.getException();
            }
        }
    }

    private void part() {
        if (outstanding.decrementAndGet() == 0) {
            onEnd.accept(this);
        }
    }
}
