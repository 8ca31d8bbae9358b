package io.github.camelvtiger.routes.sync.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.message.Acknowledgement;
import io.github.camelvtiger.routes.sync.message.DeadLetters;
import io.github.camelvtiger.routes.sync.message.IncomingMessage;
import io.github.camelvtiger.routes.sync.message.MessageReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the route of a sync from an endpoint calls for each message. When it returns, the message is written or in the rejects, so that
 * the endpoint may count it as done; when it throws, the message is to come again.
 */
final class MessageSteps extends ServiceSupport implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final String sync;
    private final Predecessor predecessor;
    private final MessageReader reader;
    private final MessageWriter writer;
    private final Optional<DeadLetters> deadLetters;
    private final InstantSource clock;
    private final BooleanSupplier stopping;
    private final ScheduledExecutorService executor;
    private final ObjectMapper json = new ObjectMapper();
    private Optional<Route> held = Optional.empty();

    /**
     * @param stopping whether the sync stops
     * @param executor with one thread
     */
    MessageSteps(
            String sync,
            Predecessor predecessor,
            MessageReader reader,
            MessageWriter writer,
            Optional<DeadLetters> deadLetters,
            InstantSource clock,
            BooleanSupplier stopping,
            ScheduledExecutorService executor) {
        this.sync = sync;
        this.predecessor = predecessor;
        this.reader = reader;
        this.writer = writer;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.stopping = stopping;
        this.executor = executor;
        writer.onApproval(this::goOn);
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        predecessor.await(true, stopping);
        IncomingMessage message = reader.read(exchange);
        List<RowResult> results;
        try {
            results = writer.write(message);
        } catch (HeldMessageException e) {
            hold(exchange.getContext().getRoute(exchange.getFromRouteId()));
            throw e;
        }
        String reasons = results.stream()
                .filter(RowResult::waits)
                .map(result -> result.reason().orElseThrow())
                .distinct()
                .collect(Collectors.joining(" "));
        if (deadLetters.isPresent() && !reasons.isEmpty()) {
            deadLetters.get().send(exchange, reasons);
        }
        results.stream()
                .filter(RowResult::isRejected)
                .forEach(result -> LOG.warn(
                        "{}: a record of message {} is rejected: {}",
                        sync,
                        message.name(),
                        result.reason().orElseThrow()));
        Acknowledgement.of(exchange);
        if (exchange.getPattern().isOutCapable()) {
            reply(exchange, message, results);
        }
    }

    /** Of a message with one record its id and outcome; of one with a list a list of them. */
    private void reply(Exchange exchange, IncomingMessage message, List<RowResult> results)
            throws JsonProcessingException {
        Map<String, Object> reply = new LinkedHashMap<>();
        if (results.size() == 1) {
            reply.putAll(text(results.get(0)));
        } else {
            reply.put("records", results.stream().map(MessageSteps::text).toList());
        }
        reply.put("message", message.id());
        exchange.getMessage().setBody(json.writeValueAsString(reply));
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
    }

    private static Map<String, Object> text(RowResult result) {
        Map<String, Object> text = new LinkedHashMap<>();
        result.id().ifPresent(id -> text.put("id", id));
        text.put("outcome", result.outcome());
        result.reason().ifPresent(reason -> text.put("reason", reason));
        return text;
    }

    /** The messages stay with their endpoint until the next hour, or until a person lets them pass. */
    private synchronized void hold(Route route) {
        if (held.isPresent()) {
            return;
        }
        ServiceHelper.suspendService(route.getConsumer());
        held = Optional.of(route);
        Instant now = clock.instant();
        Instant next = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        executor.schedule(this::goOn, Duration.between(now, next).toMillis() + 1, TimeUnit.MILLISECONDS);
    }

    private synchronized void goOn() {
        try {
            held.ifPresent(route -> ServiceHelper.resumeService(route.getConsumer()));
            held = Optional.empty();
        } catch (RuntimeException e) {
            LOG.error("{}: the endpoint could not be resumed, which is tried again: {}", sync, Sentence.of(e));
            executor.schedule(this::goOn, 1, TimeUnit.MINUTES);
        }
    }

    @Override
    protected synchronized void doStop() {
        held = Optional.empty();
        executor.shutdownNow();
    }
}
