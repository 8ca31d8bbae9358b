package io.github.camelvtiger.simulator.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Fields whose values Vtiger Cloud keeps encrypted; a fresh server has none. */
public final class SensitiveFields {

    private final Map<String, Set<String>> byModule = new HashMap<>();

    SensitiveFields() {}

    /** @param fields a list of names */
    void add(String module, JsonNode fields) {
        fields.forEach(field ->
                byModule.computeIfAbsent(module, any -> new HashSet<>()).add(field.asText()));
    }

    public Set<String> of(String module) {
        return byModule.getOrDefault(module, Set.of());
    }
}
