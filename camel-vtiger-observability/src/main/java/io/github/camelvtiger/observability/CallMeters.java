package io.github.camelvtiger.observability;

import io.github.camelvtiger.ClientStatus;
import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.client.CallListener;
import io.github.camelvtiger.client.EndedCall;
import io.github.camelvtiger.client.RateNumbers;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The calls of a component as a timer for each operation and failure, and its connections as gauges, in the registry that
 * Camel's own metrics use; while there is none, nothing is measured.
 */
final class CallMeters implements CallListener {

    private static final String NO_FAILURE = "none";

    private final ContextMeters context;
    private final VtigerComponent component;
    private final Set<Tags> connections = ConcurrentHashMap.newKeySet();

    CallMeters(ContextMeters context, VtigerComponent component) {
        this.context = context;
        this.component = component;
    }

    @Override
    public void ended(EndedCall call) {
        MeterRegistry meters = context.registry();
        if (meters == null) {
            return;
        }
        Tags connection = Tags.of("crm", call.crm(), "user", call.user());
        meters.timer(
                        "camel.vtiger.calls",
                        connection.and(
                                "operation",
                                call.operation(),
                                "exception",
                                call.failure() == null ? NO_FAILURE : call.failure()))
                .record(call.time());
        if (connections.add(connection)) {
            measure(meters, connection, call.crm(), call.user());
        }
    }

    private void measure(MeterRegistry meters, Tags tags, String crm, String user) {
        gauge(meters, "camel.vtiger.sessions.open", tags, sum(crm, user, client -> client.sessions()
                .open()));
        gauge(meters, "camel.vtiger.sessions.busy", tags, sum(crm, user, client -> client.sessions()
                .busy()));
        gauge(meters, "camel.vtiger.sessions.waiting", tags, sum(crm, user, client -> client.sessions()
                .waiting()));
        counter(meters, "camel.vtiger.sessions.lost", tags, sum(crm, user, client -> client.sessions()
                .lost()));
        budget(meters, tags.and("period", "minute"), crm, user, RateNumbers::minuteLeft, RateNumbers::minuteLimit);
        budget(meters, tags.and("period", "day"), crm, user, RateNumbers::dayLeft, RateNumbers::dayLimit);
        gauge(meters, "camel.vtiger.rate.waiting", tags, first(crm, user, client -> client.rate()
                .waiting()));
        counter(meters, "camel.vtiger.rate.delayed", tags, first(crm, user, client -> client.rate()
                .delayed()));
        counter(meters, "camel.vtiger.rate.refused", tags, first(crm, user, client -> client.rate()
                .refused()));
    }

    /** NaN while the server has not reported any. */
    private void budget(
            MeterRegistry meters,
            Tags tags,
            String crm,
            String user,
            Function<RateNumbers, OptionalLong> left,
            Function<RateNumbers, OptionalLong> limit) {
        gauge(meters, "camel.vtiger.rate.left", tags, reported(crm, user, left));
        gauge(meters, "camel.vtiger.rate.limit", tags, reported(crm, user, limit));
    }

    private static ToDoubleFunction<VtigerComponent> reported(
            String crm, String user, Function<RateNumbers, OptionalLong> value) {
        ToDoubleFunction<ClientStatus> number = client -> {
            OptionalLong reported = value.apply(client.rate());
            return reported.isPresent() ? reported.getAsLong() : Double.NaN;
        };
        return first(crm, user, number);
    }

    private void gauge(MeterRegistry meters, String name, Tags tags, ToDoubleFunction<VtigerComponent> value) {
        Gauge.builder(name, component, value).tags(tags).register(meters);
    }

    private void counter(MeterRegistry meters, String name, Tags tags, ToDoubleFunction<VtigerComponent> value) {
        FunctionCounter.builder(name, component, value).tags(tags).register(meters);
    }

    /** Of all connections of the user, since each has sessions of its own. */
    private static ToDoubleFunction<VtigerComponent> sum(
            String crm, String user, ToDoubleFunction<ClientStatus> value) {
        return component -> component.clientStatus().stream()
                .filter(client -> client.crm().equals(crm) && client.user().equals(user))
                .mapToDouble(value)
                .sum();
    }

    /** Of any connection of the user, since they share the rate. */
    private static ToDoubleFunction<VtigerComponent> first(
            String crm, String user, ToDoubleFunction<ClientStatus> value) {
        return component -> component.clientStatus().stream()
                .filter(client -> client.crm().equals(crm) && client.user().equals(user))
                .mapToDouble(value)
                .findFirst()
                .orElse(0);
    }
}
