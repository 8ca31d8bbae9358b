package io.github.camelvtiger.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ids that the recorded server issued, each bound to the one the simulator issued in its place. If both start
 * from the same state they are equal, and nothing is bound.
 */
final class RecordedIds {

    private static final Pattern ID = Pattern.compile("\\b(\\d{1,2}x\\d+)\\b");

    private final Map<String, String> bound = new HashMap<>();

    void bind(String recorded, String issued) {
        if (!recorded.equals(issued)) {
            bound.put(recorded, issued);
        }
    }

    /** Binds the id of a record that both servers answered with. */
    void bindResults(JsonNode recorded, JsonNode answered) {
        String before = recorded.at("/result/id").asText();
        String now = answered.at("/result/id").asText();
        if (ID.matcher(before).matches()
                && ID.matcher(now).matches()
                && prefix(before).equals(prefix(now))) {
            bind(before, now);
        }
    }

    /** The text with the simulator's ids in place of the recorded ones. */
    String translated(String text) {
        if (bound.isEmpty()) {
            return text;
        }
        Matcher ids = ID.matcher(text);
        return ids.replaceAll(id -> bound.getOrDefault(id.group(1), id.group(1)));
    }

    private static String prefix(String id) {
        return id.substring(0, id.indexOf('x'));
    }
}
