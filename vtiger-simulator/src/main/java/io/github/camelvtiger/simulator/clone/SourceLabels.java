package io.github.camelvtiger.simulator.clone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import java.util.LinkedHashMap;
import java.util.Map;

/** Labels of the source that are not those of a fresh installation: they were changed there, or are in another language. */
final class SourceLabels {

    private final String language;
    private final ObjectNode modules = JsonNodeFactory.instance.objectNode();

    /** @param language of the user who reads them, such as {@code de_de} */
    SourceLabels(String language) {
        this.language = language;
    }

    /**
     * @param described the answer of {@code describe}
     * @param listed label and singular of {@code listtypes}
     */
    void add(ModuleMetadata fresh, JsonNode described, JsonNode listed) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(fresh.singular(), listed.path("singular").asText());
        labels.put(fresh.label(), listed.path("label").asText());
        labels.put(
                fresh.described().get("label").toString(),
                described.path("label").asText());
        described.path("fields").forEach(field -> fresh.field(field.path("name").asText())
                .ifPresent(same -> add(same, field, labels)));
        labels.entrySet()
                .removeIf(
                        label -> label.getValue().isEmpty() || label.getValue().equals(label.getKey()));
        if (!labels.isEmpty()) {
            ObjectNode module = modules.putObject(fresh.name());
            labels.forEach(module::put);
        }
    }

    private static void add(FieldMetadata fresh, JsonNode described, Map<String, String> labels) {
        if (fresh.described().get("label") instanceof String label) {
            labels.put(label, described.path("label").asText());
        }
        described.path("type").path("picklistValues").forEach(choice -> {
            if (fresh.picklistValues().contains(choice.path("value").asText())) {
                labels.put(choice.path("value").asText(), choice.path("label").asText());
            }
        });
    }

    /** As the metadata of a clone have them; empty if there are none. */
    ObjectNode byLanguage() {
        ObjectNode languages = JsonNodeFactory.instance.objectNode();
        if (!modules.isEmpty()) {
            languages.set(language, modules);
        }
        return languages;
    }
}
