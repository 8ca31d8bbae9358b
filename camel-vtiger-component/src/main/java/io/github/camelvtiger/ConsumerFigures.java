package io.github.camelvtiger;

import io.github.camelvtiger.ConsumerStatus.Deliveries;
import io.github.camelvtiger.changes.FeedProgress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** Counts what one consumer delivers while it runs; safe for many threads. */
final class ConsumerFigures {

    private record Kind(Optional<String> event, DeliveryOutcome outcome) {}

    private static final Comparator<Deliveries> ORDER = Comparator.comparing(
                    Deliveries::event, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Deliveries::outcome);

    private final VtigerEndpoint endpoint;
    private final FeedProgress progress;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final Map<Kind, LongAdder> ended = new ConcurrentHashMap<>();
    private volatile String crm;
    private volatile String user;
    private volatile String routeId;

    /** @param progress of the consumer {@code changes}; null for the others */
    ConsumerFigures(VtigerEndpoint endpoint, FeedProgress progress) {
        this.endpoint = endpoint;
        this.progress = progress;
    }

    /** The consumer starts, maybe again: from now on its figures are shown. */
    void start(String route) {
        routeId = route;
        if (endpoint.needsConnection()) {
            crm = endpoint.crm();
            user = endpoint.getServiceMetadata().get("username");
        }
        inFlight.set(0);
        ended.clear();
        endpoint.getComponent().runningConsumers().add(this);
    }

    /** The consumer has stopped. */
    void stop() {
        endpoint.getComponent().runningConsumers().remove(this);
    }

    /** An exchange goes to the route. */
    void sent() {
        inFlight.incrementAndGet();
    }

    /** @param event as in the header {@code CamelVtigerEvent}; null for none */
    void ended(String event, DeliveryOutcome outcome) {
        inFlight.decrementAndGet();
        ended.computeIfAbsent(new Kind(Optional.ofNullable(event), outcome), kind -> new LongAdder())
                .increment();
    }

    ConsumerStatus status() {
        return new ConsumerStatus(
                crm,
                user,
                endpoint.getOperation().uriName(),
                endpoint.getModule(),
                routeId,
                progress == null ? null : CursorPlace.of(endpoint).key(),
                progress == null ? null : progress.lag(),
                progress == null ? 0 : progress.parked(),
                inFlight.get(),
                deliveries());
    }

    private List<Deliveries> deliveries() {
        return ended.entrySet().stream()
                .map(entry -> new Deliveries(
                        entry.getKey().event().orElse(null),
                        entry.getKey().outcome(),
                        entry.getValue().sum()))
                .sorted(ORDER)
                .toList();
    }
}
