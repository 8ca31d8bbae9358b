package io.github.camelvtiger.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.simulator.metadata.JsonTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which values of which picklist close a record. That there are such states is documented, which they are is assumed. */
final class ClosedStates {

    private final Map<String, ClosedState> byModule = new LinkedHashMap<>();

    private ClosedStates() {}

    /** Reads the data file beside this class. */
    static ClosedStates load() {
        ClosedStates states = new ClosedStates();
        try (InputStream in = ClosedStates.class.getResourceAsStream("closed-states.json")) {
            new JsonTree()
                    .read(in)
                    .properties()
                    .forEach(module -> states.byModule.put(module.getKey(), state(module.getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException("the simulator's list of closed states cannot be read", e);
        }
        return states;
    }

    private static ClosedState state(JsonNode data) {
        List<String> values = new ArrayList<>();
        data.get("status_values").forEach(value -> values.add(value.textValue()));
        return new ClosedState(data.get("status_field").textValue(), List.copyOf(values));
    }

    /** Empty for a module whose records are never closed. */
    Optional<ClosedState> of(String module) {
        return Optional.ofNullable(byModule.get(module));
    }

    /**
     * @param field the picklist
     * @param values those of a closed record
     */
    record ClosedState(String field, List<String> values) {

        /** As {@code describe} gives it. */
        Map<String, Object> described() {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("status_field", field);
            described.put("status_values", values);
            return described;
        }
    }
}
