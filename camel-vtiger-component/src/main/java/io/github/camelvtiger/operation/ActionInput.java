package io.github.camelvtiger.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.schema.RecordSchema;
import io.github.camelvtiger.schema.SchemaCheck;
import io.github.camelvtiger.values.FieldValues;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Checks the input of an action by the JSON Schema that {@code actions} gives for it, and the record in it by the schema of its
 * module, unless records are not to be checked.
 */
final class ActionInput {

    private final VtigerClient client;
    private final RecordSchemas schemas;
    private final boolean checksRecords;
    private final boolean byName;

    ActionInput(OperationContext context) {
        this.client = context.client();
        this.schemas = new RecordSchemas(client);
        this.checksRecords = !Boolean.FALSE.equals(context.configuration().getValidate());
        this.byName = context.configuration().isResolveNames();
    }

    /**
     * @param ownModule the module of the endpoint or of a header, of which a record must be whose id the input names
     * @return the input; failed with an {@link InvalidRecordException} that names all faults at once
     */
    CompletableFuture<Map<String, Object>> checked(CrmAction action, Object body, Optional<String> ownModule) {
        if (body != null && !(body instanceof Map)) {
            throw invalid(action, List.of("the body is not a JSON object"));
        }
        Map<String, Object> input = new LinkedHashMap<>();
        if (body instanceof Map<?, ?> given) {
            given.forEach((name, value) -> input.put(String.valueOf(name), plain(value)));
        }
        return Futures.compose(
                        module(action, input, ownModule),
                        (module, failure) ->
                                failure == null ? checked(action, input, module) : refused(action, input, failure))
                .thenApply(nothing -> input);
    }

    private CompletableFuture<Optional<RecordSchema>> module(
            CrmAction action, Map<String, Object> input, Optional<String> ownModule) {
        if (!checksRecords || !action.takes(ActionParameter.RECORD)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (input.get(ActionParameter.MODULE.jsonName()) instanceof String name && !name.isBlank()) {
            return schemas.of(name).thenApply(Optional::of);
        }
        return input.get(ActionParameter.ID.jsonName()) instanceof String id && RecordId.isOne(id)
                ? module(action, RecordId.parse(id), ownModule)
                : CompletableFuture.completedFuture(Optional.empty());
    }

    private CompletableFuture<Optional<RecordSchema>> module(
            CrmAction action, RecordId id, Optional<String> ownModule) {
        return ownModule
                .map(own -> new ModuleOfId(client, action.operation().uriName())
                        .described(id, own)
                        .thenCompose(schemas::of)
                        .thenApply(Optional::of))
                .orElseGet(() -> client.moduleOf(id).thenCompose(this::schema));
    }

    private CompletableFuture<Optional<RecordSchema>> schema(Optional<String> module) {
        return module.map(name -> schemas.of(name).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** A field or a choice that is not known may be new. */
    private CompletableFuture<Void> checked(
            CrmAction action, Map<String, Object> input, Optional<RecordSchema> module) {
        SchemaCheck.Findings findings = findings(action, input, module);
        if (!findings.outdated() || module.isEmpty()) {
            require(action, input, findings.faults());
            return CompletableFuture.completedFuture(null);
        }
        return client.describeAgain(module.get().module().name())
                .thenCompose(schemas::of)
                .thenAccept(fresh -> require(
                        action,
                        input,
                        findings(action, input, Optional.of(fresh)).faults()));
    }

    /** The module is not one that the user may see: what is wrong beside that is said with it. */
    private CompletableFuture<Void> refused(CrmAction action, Map<String, Object> input, Throwable failure) {
        List<String> faults = findings(action, input, Optional.empty()).faults();
        if (faults.isEmpty() || !(Futures.cause(failure) instanceof InvalidRecordException unknown)) {
            return CompletableFuture.failedFuture(failure);
        }
        List<String> all = new ArrayList<>(faults);
        all.add(unknown.getMessage().replaceFirst("[.]$", ""));
        throw invalid(action, all);
    }

    private SchemaCheck.Findings findings(CrmAction action, Map<String, Object> input, Optional<RecordSchema> module) {
        Map<String, Object> schema = new ActionSchema(action, module, false, byName).document();
        Map<String, Object> json = new LinkedHashMap<>(input);
        module.ifPresent(known -> json.computeIfPresent(
                ActionParameter.RECORD.jsonName(),
                (name, record) -> record instanceof Map<?, ?> fields ? json(fields, known) : record));
        return SchemaCheck.of(schema, json);
    }

    /** Values of Java that JSON does not have, in the form of their field. */
    private static Map<String, Object> json(Map<?, ?> record, RecordSchema module) {
        FieldValues values = new FieldValues(module.module().name(), ZoneId.systemDefault());
        Map<String, Object> json = new LinkedHashMap<>();
        record.forEach((name, value) -> {
            Optional<Field> field = module.module().field(String.valueOf(name));
            Object given = plain(value);
            json.put(
                    String.valueOf(name),
                    field.isPresent() && FieldValues.dependsOnField(given)
                            ? values.wire(field.get(), given).value()
                            : given);
        });
        return json;
    }

    private static Object plain(Object value) {
        if (value instanceof JsonNode tree) {
            return RecordJson.structure(tree, "run");
        }
        return value instanceof CharSequence || value instanceof RecordId ? value.toString() : value;
    }

    private static void require(CrmAction action, Map<String, Object> input, List<String> found) {
        List<String> faults = new ArrayList<>(found);
        Object id = input.get(ActionParameter.ID.jsonName());
        if (id != null
                && input.get(ActionParameter.RECORD.jsonName()) instanceof Map<?, ?> record
                && record.get("id") != null
                && !record.get("id").toString().equals(id.toString())) {
            faults.add("'record' is " + record.get("id") + ", but 'id' is " + id);
        }
        if (!faults.isEmpty()) {
            throw invalid(action, faults);
        }
    }

    private static InvalidRecordException invalid(CrmAction action, List<String> faults) {
        return new InvalidRecordException(
                "The input of the action " + action.key() + " does not match its schema: " + String.join("; ", faults)
                        + ".",
                FailureContext.of(action.operation().uriName(), null, null));
    }
}
