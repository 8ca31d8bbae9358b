package io.github.camelvtiger.simulator.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One scripted call and what is expected of it.
 *
 * @param keep name under which the result is kept, {@code ""} for none
 * @param own further ids that the call may have made
 * @param sweep a query for records that the call may have made although it failed, {@code ""} for none
 * @param restore a record as it was before the checks change it, which is revised to that at the end of the run
 * @param later whether the server's clock must have moved on before
 * @param needs what the scene must have, such as {@code second}; {@code ""} for nothing
 * @param known what is known of a difference, {@code ""} if none is
 */
record Check(
        String name,
        CallTemplate call,
        Expectation expectation,
        String keep,
        List<String> own,
        String sweep,
        Optional<JsonNode> restore,
        boolean later,
        String needs,
        String known) {

    /** The check as it is in a file. */
    static Check of(JsonNode node, Expectation expectation) {
        List<String> own = new ArrayList<>();
        node.path("own").forEach(id -> own.add(id.asText()));
        return new Check(
                node.get("check").asText(),
                new CallTemplate(node),
                expectation,
                node.path("keep").asText(),
                own,
                node.path("sweep").asText(),
                Optional.ofNullable(node.get("restore")),
                node.path("later").asBoolean(),
                node.path("needs").asText(),
                node.path("known").asText());
    }
}
