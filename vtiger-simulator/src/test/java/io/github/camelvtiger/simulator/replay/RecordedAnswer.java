package io.github.camelvtiger.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Makes what no two servers can agree on the same in both answers: session names, tokens, keys they make up. */
final class RecordedAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MADE_UP = List.of("token", "sessionName", "key");

    private RecordedAnswer() {}

    static ReplayAnswer normalised(ReplayAnswer answer) {
        if (!answer.isJson()) {
            return answer;
        }
        JsonNode json = answer.json().deepCopy();
        if (json.get("result") instanceof ObjectNode result) {
            MADE_UP.stream()
                    .filter(name -> result.path(name).isTextual())
                    .forEach(name -> result.set(name, TextNode.valueOf(name)));
        }
        return new ReplayAnswer(answer.status(), answer.contentType(), json.toString(), json);
    }

    /** The recorded answer as the simulator should give it. */
    static ReplayAnswer translated(ReplayAnswer recorded, RecordedIds ids) {
        if (!recorded.isJson()) {
            return recorded;
        }
        try {
            String text = ids.translated(recorded.text());
            return new ReplayAnswer(recorded.status(), recorded.contentType(), text, JSON.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
