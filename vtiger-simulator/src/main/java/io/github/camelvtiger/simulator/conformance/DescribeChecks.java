package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.client.Answer;
import io.github.camelvtiger.simulator.client.HttpCalls;
import io.github.camelvtiger.simulator.client.Request;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Holds {@code describe} of each type to the catalogue, in checks that tell apart what is different. */
final class DescribeChecks {

    static final String AREA = "describe";

    private final HttpCalls http;
    private final TypeCatalogue types;

    DescribeChecks(HttpCalls http, TypeCatalogue types) {
        this.http = http;
        this.types = types;
    }

    void run(String session, Consumer<Verdict> verdicts) throws InterruptedException {
        for (String type : types.names()) {
            Request request = new Request(
                    "GET",
                    "webservice.php",
                    Map.of("operation", "describe", "sessionName", session, "elementType", type),
                    Map.of(),
                    List.of(),
                    "",
                    "",
                    Map.of());
            try {
                check(type, request, http.send(request), verdicts);
            } catch (IOException e) {
                report(type, Optional.of("no answer: " + e), request.text(), verdicts);
            }
        }
    }

    private void check(String type, Request request, Answer answer, Consumer<Verdict> verdicts) {
        String exchange = "  -> " + request.text() + "\n  <- " + answer.body();
        JsonNode result = answer.result();
        if (!result.path("fields").isArray()) {
            report(type, Optional.of("no description: " + answer.text()), exchange, verdicts);
            return;
        }
        Map<String, FieldDescription> fields = standardFields(type, result.get("fields"));
        report(type + " besides its fields", top(type, result), exchange, verdicts);
        List<String> names = List.copyOf(fields.keySet());
        report(
                type + ": fields and their order",
                types.fieldNames(type).equals(names)
                        ? Optional.empty()
                        : Optional.of(KeyOrder.difference(types.fieldNames(type), names)),
                exchange,
                verdicts);
        TypeCatalogue.ASPECTS.forEach((aspect, value) ->
                report(type + ": " + aspect, difference(type, fields, aspect, value), exchange, verdicts));
    }

    private Map<String, FieldDescription> standardFields(String type, JsonNode fields) {
        List<String> expected = types.fieldNames(type);
        Map<String, FieldDescription> standard = new LinkedHashMap<>();
        fields.forEach(node -> {
            FieldDescription field = new FieldDescription(node);
            if (expected.contains(field.name()) || !ValueComparison.isCustomField(field.name())) {
                standard.put(field.name(), field);
            }
        });
        return standard;
    }

    private Optional<String> top(String type, JsonNode result) {
        ObjectNode top = result.deepCopy();
        top.put("fields", "");
        return ValueComparison.difference("result", types.top(type), top);
    }

    private Optional<String> difference(
            String type,
            Map<String, FieldDescription> fields,
            String aspect,
            Function<FieldDescription, String> value) {
        for (String name : types.fieldNames(type)) {
            FieldDescription field = fields.get(name);
            String expected = types.aspect(type, name, aspect);
            if (field != null && !FieldDescription.fits(value.apply(field), expected)) {
                return Optional.of(name + ": expected " + expected + ", got " + value.apply(field));
            }
        }
        return Optional.empty();
    }

    private static void report(String check, Optional<String> difference, String exchange, Consumer<Verdict> verdicts) {
        Outcome outcome = difference.isEmpty() ? Outcome.OK : Outcome.FAIL;
        verdicts.accept(new Verdict(AREA, check, outcome, difference.orElse(""), exchange));
    }
}
