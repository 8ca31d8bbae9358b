package io.github.camelvtiger.simulator.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.ManualClock;
import io.github.camelvtiger.simulator.document.FileSavesByModule;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.MetadataLoader;
import io.github.camelvtiger.simulator.seed.Seed;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.SaveGaps;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** A fresh server without HTTP: operations are called by name, as admin unless said otherwise. */
final class FreshCrm {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final Metadata METADATA = new MetadataLoader().load();

    final ManualClock clock = new ManualClock(NOON);
    final CrmStore store = new CrmStore(METADATA);

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, Operation> operations = new HashMap<>();
    private String user = "admin";

    FreshCrm() {
        this(SaveGaps.NONE);
    }

    FreshCrm(SaveGaps gaps) {
        Seed.parse("empty").plant(store, NOON, new Random(1));
        Records records = new Records(store, new RecordWriter(store, clock, gaps), new FileSavesByModule(store));
        RecordOperations.all(records, METADATA).forEach(operation -> operations.put(operation.name(), operation));
    }

    FreshCrm as(String userName) {
        user = userName;
        return this;
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> call(String operation, Map<String, String> parameters) {
        Call call = new Call(store.user(user).orElseThrow(), "session", "", parameters);
        try {
            return (Map<String, Object>) operations.get(operation).execute(call);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> createJson(String module, String element) {
        return call("create", Map.of("elementType", module, "element", element));
    }

    Map<String, Object> create(String module, Map<String, ?> fields) {
        Map<String, Object> element = new LinkedHashMap<>(fields);
        element.putIfAbsent("assigned_user_id", "19x1");
        return createJson(module, text(element));
    }

    String created(String module, Map<String, ?> fields) {
        return create(module, fields).get("id").toString();
    }

    Map<String, Object> revise(String id, Map<String, ?> fields) {
        return change("revise", id, fields);
    }

    Map<String, Object> update(String id, Map<String, ?> fields) {
        return change("update", id, fields);
    }

    Map<String, Object> retrieve(String id) {
        return call("retrieve", Map.of("id", id));
    }

    Map<String, Object> delete(String id) {
        return call("delete", Map.of("id", id));
    }

    private Map<String, Object> change(String operation, String id, Map<String, ?> fields) {
        Map<String, Object> element = new LinkedHashMap<>(fields);
        element.put("id", id);
        return call(operation, Map.of("element", text(element)));
    }

    private String text(Map<String, Object> element) {
        try {
            return json.writeValueAsString(element);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
