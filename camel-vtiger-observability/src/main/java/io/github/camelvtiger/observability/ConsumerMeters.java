package io.github.camelvtiger.observability;

import io.github.camelvtiger.ConsumerStatus;
import io.github.camelvtiger.DeliveryOutcome;
import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.VtigerEvent;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The consumers of a component as meters, while they run: what a stopped one had is removed from the registry. */
final class ConsumerMeters {

    private static final String NONE = "none";

    private final ContextMeters context;
    private final VtigerComponent component;
    private final Map<Tags, List<Meter>> measured = new HashMap<>();

    ConsumerMeters(ContextMeters context, VtigerComponent component) {
        this.context = context;
        this.component = component;
    }

    /** A consumer has started or stopped. */
    synchronized void update() {
        MeterRegistry meters = context.registry();
        if (meters == null) {
            return;
        }
        Map<Tags, ConsumerStatus> running = new HashMap<>();
        component.consumerStatus().forEach(consumer -> running.put(tags(consumer), consumer));
        Set<Tags> stopped = new HashSet<>(measured.keySet());
        stopped.removeAll(running.keySet());
        stopped.forEach(tags -> measured.remove(tags).forEach(meters::remove));
        running.forEach((tags, consumer) ->
                measured.computeIfAbsent(tags, added -> new Measuring(meters, added).consumer(consumer)));
    }

    private static Tags tags(ConsumerStatus consumer) {
        return Tags.of(
                "crm",
                named(consumer.crm()),
                "user",
                named(consumer.user()),
                "operation",
                consumer.operation(),
                "module",
                named(consumer.module()),
                "routeId",
                named(consumer.routeId()));
    }

    private static String named(String name) {
        return name == null ? NONE : name;
    }

    /** The meters of the consumers with the same tags. */
    private final class Measuring {

        private final MeterRegistry meters;
        private final Tags tags;
        private final List<Meter> registered = new ArrayList<>();

        Measuring(MeterRegistry meters, Tags tags) {
            this.meters = meters;
            this.tags = tags;
        }

        List<Meter> consumer(ConsumerStatus consumer) {
            if (consumer.lag() != null) {
                registered.add(Gauge.builder("camel.vtiger.feed.lag", component, ignored -> lag())
                        .baseUnit("seconds")
                        .description("Age of the oldest change that is not delivered as far as the feed knows")
                        .tags(tags)
                        .register(meters));
                registered.add(
                        Gauge.builder("camel.vtiger.feed.parked", component, ignored -> sum(ConsumerStatus::parked))
                                .description("Records that wait to be tried again")
                                .tags(tags)
                                .register(meters));
            }
            registered.add(
                    Gauge.builder("camel.vtiger.feed.inflight", component, ignored -> sum(ConsumerStatus::inFlight))
                            .description("Exchanges that the route has not finished")
                            .tags(tags)
                            .register(meters));
            events(consumer).forEach(event -> outcomes(consumer).forEach(outcome -> deliveries(event, outcome)));
            return registered;
        }

        private void deliveries(String event, DeliveryOutcome outcome) {
            registered.add(FunctionCounter.builder(
                            "camel.vtiger.feed.deliveries",
                            component,
                            ignored -> sum(consumer -> consumer.deliveries().stream()
                                    .filter(each -> Objects.equals(each.event(), event) && each.outcome() == outcome)
                                    .mapToLong(ConsumerStatus.Deliveries::count)
                                    .sum()))
                    .description("Exchanges that ended")
                    .tags(tags.and(
                            "event", named(event), "outcome", outcome.name().toLowerCase(Locale.ROOT)))
                    .register(meters));
        }

        private double lag() {
            return consumers()
                    .mapToDouble(consumer -> consumer.lag().toMillis() / 1_000d)
                    .max()
                    .orElse(0);
        }

        private double sum(ToDoubleFunction<ConsumerStatus> value) {
            return consumers().mapToDouble(value).sum();
        }

        private Stream<ConsumerStatus> consumers() {
            return component.consumerStatus().stream()
                    .filter(consumer -> tags(consumer).equals(tags));
        }
    }

    /** Null for exchanges without an event. */
    private static List<String> events(ConsumerStatus consumer) {
        List<String> events = new ArrayList<>();
        if (consumer.lag() == null) {
            events.add(null);
        }
        if (!consumer.operation().equals("query")) {
            Arrays.stream(VtigerEvent.values()).map(VtigerEvent::headerValue).forEach(events::add);
        }
        return events;
    }

    private static List<DeliveryOutcome> outcomes(ConsumerStatus consumer) {
        return consumer.lag() == null
                ? List.of(DeliveryOutcome.DELIVERED, DeliveryOutcome.FAILED)
                : List.of(DeliveryOutcome.values());
    }
}
