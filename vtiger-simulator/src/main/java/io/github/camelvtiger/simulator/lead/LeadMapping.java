package io.github.camelvtiger.simulator.lead;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.metadata.JsonTree;
import io.github.camelvtiger.simulator.metadata.Lazy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which field of a converted Lead goes into which field of the new records, as on a fresh server. */
final class LeadMapping {

    private final Lazy<Map<String, Map<String, String>>> fields = new Lazy<>(LeadMapping::read);

    private static Map<String, Map<String, String>> read() {
        try (InputStream in = LeadMapping.class.getResourceAsStream("mapping.json")) {
            Map<String, Map<String, String>> fields = new LinkedHashMap<>();
            new JsonTree().read(in).properties().forEach(to -> fields.put(to.getKey(), sources(to.getValue())));
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator's mapping of Leads cannot be read", e);
        }
    }

    private static Map<String, String> sources(JsonNode data) {
        Map<String, String> sources = new LinkedHashMap<>();
        data.properties()
                .forEach(field -> sources.put(field.getKey(), field.getValue().textValue()));
        return sources;
    }

    /** @return fields of the Lead by fields of the module; nothing for modules that Leads do not become */
    Map<String, String> to(String module) {
        return fields.get().getOrDefault(module, Map.of());
    }
}
