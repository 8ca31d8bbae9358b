package io.github.camelvtiger.simulator.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which values of a picklist go with which of another one; a fresh server has none. */
public final class PicklistDependencies {

    private final Map<Key, Map<String, List<String>>> allowed = new LinkedHashMap<>();

    PicklistDependencies() {}

    /** @param dependencies a list of objects with {@code source}, {@code target} and {@code values} */
    void add(String module, JsonNode dependencies) {
        for (JsonNode dependency : dependencies) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            dependency.path("values").properties().forEach(source -> {
                List<String> targets = new ArrayList<>();
                source.getValue().forEach(target -> targets.add(target.asText()));
                values.put(source.getKey(), List.copyOf(targets));
            });
            allowed.put(
                    new Key(
                            module,
                            dependency.path("source").asText(),
                            dependency.path("target").asText()),
                    values);
        }
    }

    /** The allowed values of {@code target} by value of {@code source}; those not named allow all. Empty for no dependency. */
    public Optional<Map<String, List<String>>> between(String module, String source, String target) {
        return Optional.ofNullable(allowed.get(new Key(module, source, target)));
    }

    private record Key(String module, String source, String target) {}
}
