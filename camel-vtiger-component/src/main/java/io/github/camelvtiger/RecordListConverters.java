package io.github.camelvtiger;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.client.JsonList;
import io.github.camelvtiger.client.RecordStream;
import io.github.camelvtiger.operation.JsonArrayStream;
import io.github.camelvtiger.operation.RecordJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Converter;

/** Several records as a JSON array (UTF-8). Those of an export are read by it, and only an InputStream holds few of them. */
@Converter(generateLoader = true)
public final class RecordListConverters {

    private RecordListConverters() {}

    @Converter
    public static String toString(JsonList<?> list) {
        return new String(RecordJson.bytes(list), StandardCharsets.UTF_8);
    }

    @Converter
    public static byte[] toBytes(JsonList<?> list) {
        return RecordJson.bytes(list);
    }

    @Converter
    public static InputStream toInputStream(JsonList<?> list) {
        return new ByteArrayInputStream(RecordJson.bytes(list));
    }

    @Converter
    public static JsonNode toJsonNode(JsonList<?> list) {
        return RecordJson.tree(list);
    }

    @Converter
    public static String toString(RecordStream records) throws IOException {
        return new String(toBytes(records), StandardCharsets.UTF_8);
    }

    @Converter
    public static byte[] toBytes(RecordStream records) throws IOException {
        try (InputStream json = toInputStream(records)) {
            return json.readAllBytes();
        }
    }

    @Converter
    public static InputStream toInputStream(RecordStream records) {
        return new JsonArrayStream(records);
    }

    @Converter
    public static JsonNode toJsonNode(RecordStream records) throws IOException {
        return RecordJson.read(toBytes(records));
    }
}
