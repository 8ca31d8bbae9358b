package io.github.camelvtiger.simulator.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.clock.ManualClock;
import io.github.camelvtiger.simulator.document.FileSavesByModule;
import io.github.camelvtiger.simulator.kind.Kinds;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.MetadataLoader;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.Operations;
import io.github.camelvtiger.simulator.relation.RelationOperations;
import io.github.camelvtiger.simulator.seed.Seed;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.RecordWriter;
import io.github.camelvtiger.simulator.store.SaveGaps;
import io.github.camelvtiger.simulator.vtql.QueryOperation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A fresh server without HTTP: operations are called by name, as admin unless said otherwise. */
public final class FreshCrm {

    public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private static final Metadata METADATA = new MetadataLoader().load();

    public final ManualClock clock = new ManualClock(NOON);
    public final CrmStore store = new CrmStore(METADATA, Kinds::of);

    private final ObjectMapper json = new ObjectMapper();
    private final Operations operations;
    private String user = "admin";

    public FreshCrm() {
        this(SaveGaps.NONE);
    }

    public FreshCrm(SaveGaps gaps) {
        Seed.parse("empty").plant(store, NOON, new Random(1));
        RecordWriter writer = new RecordWriter(store, clock, gaps);
        Records records = new Records(store, writer, new FileSavesByModule(store));
        QueryOperation query = new QueryOperation(store);
        List<Operation> registered = new ArrayList<>(RecordOperations.all(records, store));
        registered.addAll(RelationOperations.all(store, writer, query));
        registered.add(query);
        operations = new Operations(registered);
    }

    public FreshCrm as(String userName) {
        user = userName;
        return this;
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> call(String operation, Map<String, String> parameters) {
        return (Map<String, Object>) result(operation, parameters);
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> rows(String operation, Map<String, String> parameters) {
        return (List<Map<String, Object>>) result(operation, parameters);
    }

    private Object result(String operation, Map<String, String> parameters) {
        Call call = new Call(store.user(user).orElseThrow(), "session", "", parameters);
        try {
            return operations.named(operation).orElseThrow().execute(call);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Map<String, Object> createJson(String module, String element) {
        return call("create", Map.of("elementType", module, "element", element));
    }

    public Map<String, Object> create(String module, Map<String, ?> fields) {
        Map<String, Object> element = new LinkedHashMap<>(fields);
        element.putIfAbsent("assigned_user_id", "19x1");
        return createJson(module, text(element));
    }

    public String created(String module, Map<String, ?> fields) {
        return create(module, fields).get("id").toString();
    }

    public Map<String, Object> revise(String id, Map<String, ?> fields) {
        return change("revise", id, fields);
    }

    public Map<String, Object> update(String id, Map<String, ?> fields) {
        return change("update", id, fields);
    }

    public Map<String, Object> retrieve(String id) {
        return call("retrieve", Map.of("id", id));
    }

    public Map<String, Object> delete(String id) {
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
