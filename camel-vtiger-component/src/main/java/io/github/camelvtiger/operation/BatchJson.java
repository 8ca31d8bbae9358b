package io.github.camelvtiger.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.VtigerException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What became of a batch as a JSON array with an object for each item: {@code index}, {@code id}, {@code outcome}, and if
 * there are any {@code record}, {@code altered} and {@code error} with the exception's {@code type} and {@code message}.
 */
public final class BatchJson {

    private BatchJson() {}

    public static byte[] bytes(BatchResult result) {
        return RecordJson.bytes(items(result));
    }

    public static JsonNode tree(BatchResult result) {
        return RecordJson.tree(items(result));
    }

    private static List<Map<String, Object>> items(BatchResult result) {
        return result.items().stream().map(BatchJson::item).toList();
    }

    private static Map<String, Object> item(BatchItem item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("index", item.index());
        json.put("id", item.id());
        json.put("outcome", item.outcome().name().toLowerCase(Locale.ROOT));
        if (item.record() != null) {
            json.put("record", item.record());
        }
        if (!item.altered().isEmpty()) {
            json.put("altered", item.altered());
        }
        if (item.error() != null) {
            json.put("error", error(item.error()));
        }
        return json;
    }

    private static Map<String, Object> error(VtigerException error) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", error.getClass().getSimpleName());
        json.put("message", error.getMessage());
        json.put("operation", error.getOperation());
        json.put("module", error.getModule());
        json.put("recordId", error.getRecordId());
        json.put("serverCode", error.getServerCode());
        json.put("httpStatus", error.getHttpStatus());
        return json;
    }
}
