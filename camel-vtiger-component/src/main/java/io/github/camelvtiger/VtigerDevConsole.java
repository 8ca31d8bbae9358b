package io.github.camelvtiger;

import io.github.camelvtiger.client.RateNumbers;
import io.github.camelvtiger.client.SessionNumbers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/** What the connections and consumers of the context's components are doing, and how their calls ended. */
@DevConsole(
        name = "vtiger",
        displayName = "Vtiger",
        description = "Connections to Vtiger, its consumers, and how their calls ended")
public class VtigerDevConsole extends AbstractDevConsole {

    public VtigerDevConsole() {
        super("camel", "vtiger", "Vtiger", "Connections to Vtiger, its consumers, and how their calls ended");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        for (ClientStatus client : clients()) {
            SessionNumbers sessions = client.sessions();
            text.append(
                    "%s as %s: %d sessions, %d busy, %d lost, %d calls waiting for one; %d calls waiting for their turn%n"
                            .formatted(
                                    client.crm(),
                                    client.user(),
                                    sessions.open(),
                                    sessions.busy(),
                                    sessions.lost(),
                                    sessions.waiting(),
                                    client.rate().waiting()));
        }
        for (CallStatistics.Count count : counts()) {
            text.append("%s as %s: %s, %s: %d calls, %d ms%n"
                    .formatted(
                            count.crm(),
                            count.user(),
                            count.operation(),
                            count.failure() == null ? "success" : count.failure(),
                            count.calls(),
                            count.time().toMillis()));
        }
        for (ConsumerStatus consumer : consumers()) {
            text.append(text(consumer));
        }
        return text.toString();
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonObject root = new JsonObject();
        root.put("clients", clients().stream().map(VtigerDevConsole::json).toList());
        root.put("consumers", consumers().stream().map(VtigerDevConsole::json).toList());
        root.put("calls", counts().stream().map(VtigerDevConsole::json).toList());
        return root;
    }

    private static String text(ConsumerStatus consumer) {
        String feed = consumer.lag() == null
                ? ""
                : ", %d s behind, %d parked".formatted(consumer.lag().toSeconds(), consumer.parked());
        return "%s%s%s: %d in flight, %d delivered, %d failed%s%n"
                .formatted(
                        consumer.operation(),
                        consumer.module() == null ? "" : " of " + consumer.module(),
                        consumer.routeId() == null ? "" : " in " + consumer.routeId(),
                        consumer.inFlight(),
                        consumer.count(DeliveryOutcome.DELIVERED),
                        consumer.count(DeliveryOutcome.FAILED) + consumer.count(DeliveryOutcome.PARKED),
                        feed);
    }

    private static JsonObject json(ConsumerStatus consumer) {
        JsonObject json = new JsonObject();
        known(json, "crm", consumer.crm());
        known(json, "user", consumer.user());
        json.put("operation", consumer.operation());
        known(json, "module", consumer.module());
        known(json, "routeId", consumer.routeId());
        if (consumer.lag() != null) {
            json.put("lagMillis", consumer.lag().toMillis());
            json.put("parked", consumer.parked());
        }
        json.put("inFlight", consumer.inFlight());
        json.put(
                "deliveries",
                consumer.deliveries().stream().map(VtigerDevConsole::json).toList());
        return json;
    }

    private static JsonObject json(ConsumerStatus.Deliveries deliveries) {
        JsonObject json = new JsonObject();
        known(json, "event", deliveries.event());
        json.put("outcome", deliveries.outcome().name().toLowerCase(Locale.ROOT));
        json.put("count", deliveries.count());
        return json;
    }

    private static void known(JsonObject json, String name, String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static JsonObject json(ClientStatus client) {
        JsonObject json = new JsonObject();
        json.put("crm", client.crm());
        json.put("user", client.user());
        json.put("sessionsOpen", client.sessions().open());
        json.put("sessionsBusy", client.sessions().busy());
        json.put("sessionsLost", client.sessions().lost());
        json.put("callsWaitingForSession", client.sessions().waiting());
        RateNumbers rate = client.rate();
        json.put("callsWaitingForTurn", rate.waiting());
        json.put("callsDelayed", rate.delayed());
        json.put("callsRefused", rate.refused());
        known(json, "callsLeftThisMinute", rate.minuteLeft());
        known(json, "callsLeftToday", rate.dayLeft());
        return json;
    }

    private static void known(JsonObject json, String name, OptionalLong value) {
        value.ifPresent(number -> json.put(name, number));
    }

    private static JsonObject json(CallStatistics.Count count) {
        JsonObject json = new JsonObject();
        json.put("crm", count.crm());
        json.put("user", count.user());
        json.put("operation", count.operation());
        if (count.failure() != null) {
            json.put("failure", count.failure());
        }
        json.put("calls", count.calls());
        json.put("millis", count.time().toMillis());
        return json;
    }

    private List<ClientStatus> clients() {
        return components()
                .flatMap(component -> component.clientStatus().stream())
                .toList();
    }

    private List<ConsumerStatus> consumers() {
        return components()
                .flatMap(component -> component.consumerStatus().stream())
                .toList();
    }

    private List<CallStatistics.Count> counts() {
        return components()
                .flatMap(component -> component.statistics().counts().stream())
                .toList();
    }

    private Stream<VtigerComponent> components() {
        return getCamelContext().getComponentNames().stream()
                .map(name -> getCamelContext().hasComponent(name))
                .filter(VtigerComponent.class::isInstance)
                .map(VtigerComponent.class::cast);
    }
}
