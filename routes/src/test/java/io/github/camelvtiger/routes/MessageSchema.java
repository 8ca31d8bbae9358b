package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** What is published of messages of syncs holds for those that are sent. */
final class MessageSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE = Path.of("../docs/sync-message.schema.json");

    private MessageSchema() {}

    /** @param headers those of JMS do */
    static void assertHolds(Map<String, Object> headers, String body) throws IOException {
        ObjectNode message = JSON.createObjectNode();
        ObjectNode named = message.putObject("headers");
        headers.forEach((name, value) -> {
            if (name.startsWith("vtiger")) {
                named.put(
                        name.replaceAll("(?<=[a-z])([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT),
                        value.toString());
            }
        });
        message.set(
                "body",
                body == null
                        ? JSON.nullNode()
                        : body.startsWith("{")
                                ? JSON.readTree(body)
                                : JSON.getNodeFactory().textNode(body));
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(JSON.readTree(FILE.toFile()))
                        .validate(message))
                .isEmpty();
    }

    static void assertIsReply(String reply) throws IOException {
        ObjectNode schema = (ObjectNode) JSON.readTree(FILE.toFile());
        JsonNode definitions = schema.get("$defs");
        ObjectNode ofReply = JSON.createObjectNode().put("$ref", "#/$defs/reply");
        ofReply.set("$defs", definitions);
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(ofReply)
                        .validate(JSON.readTree(reply)))
                .isEmpty();
    }
}
