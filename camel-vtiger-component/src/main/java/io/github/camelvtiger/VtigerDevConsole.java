package io.github.camelvtiger;

import io.github.camelvtiger.client.RateNumbers;
import io.github.camelvtiger.client.SessionNumbers;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/** What the connections of the context's components are doing, and how their calls ended. */
@DevConsole(name = "vtiger", displayName = "Vtiger", description = "Connections to Vtiger, and how their calls ended")
public class VtigerDevConsole extends AbstractDevConsole {

    public VtigerDevConsole() {
        super("camel", "vtiger", "Vtiger", "Connections to Vtiger, and how their calls ended");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        for (ClientStatus client : clients()) {
            SessionNumbers sessions = client.sessions();
            text.append("%s as %s: %d sessions, %d busy, %d calls waiting for one; %d calls waiting for their turn%n"
                    .formatted(
                            client.crm(),
                            client.user(),
                            sessions.open(),
                            sessions.busy(),
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
        return text.toString();
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonObject root = new JsonObject();
        root.put("clients", clients().stream().map(VtigerDevConsole::json).toList());
        root.put("calls", counts().stream().map(VtigerDevConsole::json).toList());
        return root;
    }

    private static JsonObject json(ClientStatus client) {
        JsonObject json = new JsonObject();
        json.put("crm", client.crm());
        json.put("user", client.user());
        json.put("sessionsOpen", client.sessions().open());
        json.put("sessionsBusy", client.sessions().busy());
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
