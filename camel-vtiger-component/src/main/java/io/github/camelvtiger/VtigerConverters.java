package io.github.camelvtiger;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.operation.BatchJson;
import io.github.camelvtiger.operation.RecordJson;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Converter;
import org.apache.camel.Exchange;
import org.apache.camel.spi.TypeConverterRegistry;

/** Records as JSON (UTF-8), as a JSON tree or as a POJO; what became of a batch as a List or a JSON array. */
@Converter(generateLoader = true)
public final class VtigerConverters {

    private VtigerConverters() {}

    @Converter
    public static String toString(VtigerRecord record) {
        return new String(RecordJson.bytes(record), StandardCharsets.UTF_8);
    }

    @Converter
    public static byte[] toBytes(VtigerRecord record) {
        return RecordJson.bytes(record);
    }

    @Converter
    public static InputStream toInputStream(VtigerRecord record) {
        return new ByteArrayInputStream(RecordJson.bytes(record));
    }

    @Converter
    public static JsonNode toJsonNode(VtigerRecord record) {
        return RecordJson.tree(record);
    }

    @Converter
    public static List<BatchItem> toList(BatchResult result) {
        return result.items();
    }

    @Converter
    public static String toString(BatchResult result) {
        return new String(BatchJson.bytes(result), StandardCharsets.UTF_8);
    }

    @Converter
    public static byte[] toBytes(BatchResult result) {
        return BatchJson.bytes(result);
    }

    @Converter
    public static InputStream toInputStream(BatchResult result) {
        return new ByteArrayInputStream(BatchJson.bytes(result));
    }

    @Converter
    public static JsonNode toJsonNode(BatchResult result) {
        return BatchJson.tree(result);
    }

    /** A record as a type of the application. Any other value, and types of Java and Camel, are left to their converters. */
    @Converter(fallback = true)
    public static <T> T toPojo(Class<T> type, Exchange exchange, Object value, TypeConverterRegistry registry) {
        boolean ofTheApplication = !type.isInterface()
                && !type.isPrimitive()
                && !type.isArray()
                && !type.getName().startsWith("java.")
                && !type.getName().startsWith("org.apache.camel.");
        return ofTheApplication && value instanceof VtigerRecord record ? RecordJson.pojo(record, type) : null;
    }
}
