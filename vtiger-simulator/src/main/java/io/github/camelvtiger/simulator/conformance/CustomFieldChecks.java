package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.client.HttpCalls;
import io.github.camelvtiger.simulator.client.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Checks of whatever custom fields {@code describe} shows, in the modules that {@code custom.json} knows. */
final class CustomFieldChecks {

    static final String AREA = "custom";

    private final HttpCalls http;
    private final ScriptedChecks scripted;
    private final CheckReader reader;
    private final JsonNode samples = CheckReader.resource("custom.json");

    CustomFieldChecks(HttpCalls http, ScriptedChecks scripted, CheckReader reader) {
        this.http = http;
        this.scripted = scripted;
        this.reader = reader;
    }

    /** @throws IOException if there is no answer */
    void run(Scene scene, Consumer<Verdict> verdicts) throws IOException, InterruptedException {
        List<ObjectNode> checks = new ArrayList<>();
        for (String module : (Iterable<String>) () -> samples.path("records").fieldNames()) {
            fields(module, scene.session()).forEach(field -> checks.addAll(field.checks()));
        }
        if (checks.isEmpty()) {
            verdicts.accept(new Verdict(
                    AREA, "values of custom fields", Outcome.SKIPPED, "the server has no custom field", ""));
        }
        scripted.run(AREA, reader.of(checks), scene, verdicts);
    }

    private List<CustomField> fields(String module, String session) throws IOException, InterruptedException {
        Request request = new Request(
                "GET",
                "webservice.php",
                Map.of("operation", "describe", "sessionName", session, "elementType", module),
                Map.of(),
                List.of(),
                "",
                "",
                Map.of());
        ObjectNode base = samples.path("records").path(module).deepCopy();
        List<CustomField> fields = new ArrayList<>();
        JsonNode described = http.send(request).result().path("fields");
        for (int place = 0; place < described.size(); place++) {
            FieldDescription field = new FieldDescription(described.get(place));
            if (ValueComparison.isCustomField(field.name())) {
                fields.add(new CustomField(module, place, field, base, samples));
            }
        }
        // Records of the other fields' checks must have a value if the installation demands one.
        fields.stream().filter(CustomField::mandatory).forEach(field -> field.sample()
                .ifPresent(sample -> base.set(field.name(), sample)));
        return fields;
    }
}
