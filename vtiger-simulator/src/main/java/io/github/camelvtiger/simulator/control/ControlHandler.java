package io.github.camelvtiger.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.fault.Fault;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.journal.CallJournal;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Faults by HTTP, in JSON. {@code POST /simulator/fail} with {@code {"kind":"DELAY","calls":2,"operation":"query",
 * "duration":"PT1.5S"}} (kinds of {@link Fault.Kind}; only the kind is a must), {@code POST /simulator/shift-clock}
 * with {@code {"duration":"-PT5S"}}, {@code POST /simulator/expire-sessions}, {@code /simulator/clear},
 * {@code /simulator/reset}; {@code GET /simulator/calls}. Anything wrong is answered 400 and a sentence.
 */
public final class ControlHandler implements HttpHandler {

    private final ObjectMapper json = new ObjectMapper();
    private final Faults faults;
    private final CallJournal journal;
    private final Runnable reset;

    public ControlHandler(Faults faults, CallJournal journal, Runnable reset) {
        this.faults = faults;
        this.journal = journal;
        this.reset = reset;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        byte[] body = exchange.getInputStream().readAllBytes();
        try {
            JsonNode input = body.length == 0 ? json.createObjectNode() : json.readTree(body);
            answer(exchange, 200, command(exchange.getRequestMethod() + " " + exchange.getRequestPath(), input));
        } catch (IllegalArgumentException | IOException | DateTimeParseException e) {
            answer(exchange, 400, json.createObjectNode().put("error", e.getMessage()));
        }
    }

    private JsonNode command(String command, JsonNode input) {
        switch (command) {
            case "POST /simulator/fail" -> {
                Fault fault = new Fault(kind(input), duration(input));
                faults.failNext(
                        input.path("calls").asInt(1),
                        fault,
                        input.path("operation").asText(""));
            }
            case "POST /simulator/shift-clock" -> faults.shiftClock(duration(input));
            case "POST /simulator/expire-sessions" -> faults.expireSessions();
            case "POST /simulator/clear" -> faults.clear();
            case "POST /simulator/reset" -> reset.run();
            case "GET /simulator/calls" -> {
                return calls();
            }
            default ->
                throw new IllegalArgumentException(command + " is no command of the simulator: there are POST"
                        + " fail, shift-clock, expire-sessions, clear, reset and GET calls under /simulator/");
        }
        return json.createObjectNode().put("done", true);
    }

    private static Fault.Kind kind(JsonNode input) {
        String name = input.path("kind").asText("").toUpperCase(Locale.ROOT);
        for (Fault.Kind kind : Fault.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(
                "kind is \"" + name + "\": give one of " + Arrays.toString(Fault.Kind.values()));
    }

    private static Duration duration(JsonNode input) {
        return Duration.parse(input.path("duration").asText("PT0S"));
    }

    private ArrayNode calls() {
        ArrayNode calls = json.createArrayNode();
        for (RecordedCall call : journal.calls()) {
            ObjectNode one = calls.addObject()
                    .put("operation", call.operation())
                    .put("method", call.method())
                    .put("session", call.sessionOrdinal())
                    .put("status", call.status())
                    .put("at", call.at().toString())
                    .put("cause", call.why().cause())
                    .put("nearest", call.why().nearest());
            call.parameters().forEach(one.putObject("parameters")::put);
        }
        return calls;
    }

    private void answer(HttpServerExchange exchange, int status, JsonNode body) throws IOException {
        exchange.setStatusCode(status);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getOutputStream().write(json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
        exchange.getOutputStream().close();
    }
}
