package io.github.camelvtiger.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a real server was asked in one go, from a state that is known.
 *
 * @param server how the server was set up: {@code behaviour}, {@code displayErrors}, {@code metadata} (a file beside this class)
 * @param steps in order: what is given ({@code given}) and what is compared ({@code exchange})
 */
record Scenario(String name, JsonNode server, List<JsonNode> steps) {

    static boolean isExchange(JsonNode step) {
        return step.has("exchange");
    }
}
