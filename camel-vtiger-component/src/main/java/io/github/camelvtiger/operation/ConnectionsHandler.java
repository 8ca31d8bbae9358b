package io.github.camelvtiger.operation;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.async.Lanes;
import io.github.camelvtiger.client.JsonList;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.crm.CapabilityFinding;
import io.github.camelvtiger.diagnosis.ConnectionCheck;
import io.github.camelvtiger.diagnosis.ConnectionFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** Lists the connections of the application and tries each; one that fails says so in its own row only. */
final class ConnectionsHandler implements OperationHandler {

    private static final int MOST_AT_ONCE = 8;

    private final OperationContext context;

    ConnectionsHandler(OperationContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        List<NamedConnection> connections = context.connections().all();
        return new Lanes<>(
                        connections.iterator(),
                        // One user's logins one after the other: the server keeps one pending challenge of each.
                        connection -> connection.url() + " " + connection.username(),
                        (index, connection) -> row(connection),
                        row -> false,
                        MOST_AT_ONCE,
                        context.executor())
                .run()
                .thenAccept(rows -> exchange.getMessage().setBody(new JsonList<>(rows)));
    }

    private CompletableFuture<VtigerRecord> row(NamedConnection connection) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", connection.name());
        row.put("url", connection.url());
        row.put("username", connection.username());
        return Futures.compose(
                Futures.attempt(() -> new ConnectionCheck(
                                connection.client().get(), context.connections().clock())
                        .facts()),
                (facts, failure) -> {
                    if (failure == null) {
                        put(row, facts);
                    } else {
                        row.put("works", false);
                        row.put("problem", Futures.cause(failure).getMessage());
                    }
                    return CompletableFuture.completedFuture(new VtigerRecord(row));
                });
    }

    private static void put(Map<String, Object> row, ConnectionFacts facts) {
        row.put("works", facts.works());
        row.put("problem", facts.works() ? null : facts.failure().getMessage());
        row.put("reachable", facts.reachable());
        row.put(
                "clockDifference",
                facts.clockDifference() == null ? null : facts.clockDifference().toSeconds());
        if (facts.works()) {
            row.put("release", facts.release());
            row.put("user", facts.user().get("id"));
            row.put("administrator", facts.administrator());
            row.put("currencyDecimals", facts.currencyDecimals());
            row.put("sessionsLost", facts.sessions().lost());
            if (facts.sessions().shortestLoss() != null) {
                row.put("sessionLostAfter", facts.sessions().shortestLoss().toSeconds());
            }
            row.put("capabilities", capabilities(facts));
        }
    }

    private static Map<String, Object> capabilities(ConnectionFacts facts) {
        Map<String, Object> capabilities = new LinkedHashMap<>();
        for (CapabilityFinding finding : facts.capabilities().values()) {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("state", finding.state().name().toLowerCase(Locale.ROOT));
            if (!finding.reason().isEmpty()) {
                shown.put("reason", finding.reason());
            }
            if (!finding.cure().isEmpty()) {
                shown.put("cure", finding.cure());
            }
            capabilities.put(finding.capability().key(), shown);
        }
        return capabilities;
    }
}
