package io.github.camelvtiger.simulator.lead;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Which field of a converted Lead goes into which field of the new records, as on a fresh server. */
final class LeadMapping {

    private final Map<String, Map<String, String>> fields;

    private LeadMapping(Map<String, Map<String, String>> fields) {
        this.fields = fields;
    }

    static LeadMapping load() {
        try (InputStream in = LeadMapping.class.getResourceAsStream("mapping.json")) {
            return new LeadMapping(new ObjectMapper().readValue(in, new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator's mapping of Leads cannot be read", e);
        }
    }

    /** @return fields of the Lead by fields of the module; nothing for modules that Leads do not become */
    Map<String, String> to(String module) {
        return fields.getOrDefault(module, Map.of());
    }
}
