package io.github.camelvtiger.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.fault.Fault;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.journal.CallJournal;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Faults by HTTP, in JSON. {@code POST /simulator/fail} with {@code {"kind":"DELAY","calls":2,"operation":"query",
 * "duration":"PT1.5S"}} (kinds of {@link Fault.Kind}; only the kind is a must), {@code POST /simulator/shift-clock}
 * with {@code {"duration":"-PT5S"}}, {@code POST /simulator/expire-sessions}, {@code /simulator/clear},
 * {@code /simulator/reset}; {@code GET /simulator/calls}. Anything wrong is answered 400 and a sentence.
 */
public final class ControlApi {

    /** Bytes of a command. */
    public static final int LONGEST_BODY = 64 * 1024;

    private static final List<String> MEMBERS = List.of("kind", "calls", "operation", "duration");

    private final ObjectMapper json = new ObjectMapper();
    private final Faults faults;
    private final CallJournal journal;
    private final Runnable reset;

    public ControlApi(Faults faults, CallJournal journal, Runnable reset) {
        this.faults = faults;
        this.journal = journal;
        this.reset = reset;
    }

    /**
     * @param request method and path, such as {@code POST /simulator/fail}
     * @param body empty for one that is longer than {@link #LONGEST_BODY}
     */
    public Answer answer(String request, Optional<byte[]> body) throws IOException {
        try {
            byte[] sent = body.orElseThrow(
                    () -> new IllegalArgumentException("the body is longer than " + LONGEST_BODY + " bytes"));
            return new Answer(200, json.writeValueAsString(command(request, input(sent))));
        } catch (JsonProcessingException e) {
            return refused("the body is not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return refused(e.getMessage());
        }
    }

    private Answer refused(String why) throws IOException {
        return new Answer(400, json.writeValueAsString(json.createObjectNode().put("error", why)));
    }

    private JsonNode input(byte[] body) throws IOException {
        JsonNode input = body.length == 0 ? json.createObjectNode() : json.readTree(body);
        if (!input.isObject()) {
            throw new IllegalArgumentException("the body is not a JSON object");
        }
        input.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException("there is no member " + name + ": give some of " + MEMBERS);
            }
        });
        return input;
    }

    private JsonNode command(String command, JsonNode input) {
        switch (command) {
            case "POST /simulator/fail" -> {
                Fault fault = new Fault(kind(input), duration(input));
                faults.failNext(
                        calls(input.path("calls")),
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
                throw new IllegalArgumentException(command + " is not a command of the simulator: there are POST"
                        + " fail, shift-clock, expire-sessions, clear, reset and GET calls under /simulator/");
        }
        return json.createObjectNode().put("done", true);
    }

    private static int calls(JsonNode sent) {
        if (sent.isMissingNode()) {
            return 1;
        }
        if (!sent.isInt()) {
            throw new IllegalArgumentException("calls is " + sent + ": give a whole number");
        }
        return sent.intValue();
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
        String sent = input.path("duration").asText("PT0S");
        try {
            return Duration.parse(sent);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "duration is \"" + sent + "\": give one as ISO 8601 has it, such as PT1.5S or -PT5S", e);
        }
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

    /** @param json what is answered */
    public record Answer(int status, String json) {}
}
