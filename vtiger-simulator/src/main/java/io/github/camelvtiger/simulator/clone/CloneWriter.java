package io.github.camelvtiger.simulator.clone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a clone: gzip'd JSON, one value a line. The first line is {@code {"vtiger-clone":1}}, the second
 * {@code {"modules":[...]}} as custom metadata has it, all others records: {@code {"module":"Contacts","id":"12x5",
 * "fields":{...}}}.
 */
final class CloneWriter implements AutoCloseable {

    private static final int FORMAT = 1;

    private final ObjectMapper json = new ObjectMapper();
    private final Writer out;

    CloneWriter(Path file) throws IOException {
        OutputStream raw = Files.newOutputStream(file);
        out = new OutputStreamWriter(new GZIPOutputStream(raw), StandardCharsets.UTF_8);
        line(json.createObjectNode().put("vtiger-clone", FORMAT));
    }

    /** @param languages labels by language and module */
    void metadata(List<ObjectNode> modules, ObjectNode languages) throws IOException {
        ObjectNode metadata = json.createObjectNode();
        metadata.putArray("modules").addAll(modules);
        if (!languages.isEmpty()) {
            metadata.set("languages", languages);
        }
        line(metadata);
    }

    void record(String module, String id, ObjectNode fields) throws IOException {
        ObjectNode line = json.createObjectNode().put("module", module).put("id", id);
        line.set("fields", fields);
        line(line);
    }

    private void line(JsonNode value) throws IOException {
        out.write(json.writeValueAsString(value));
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
