package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.AsyncCache;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.protocol.ServerCall;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlLiteral;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** The relations between records, by label ({@code webservice.md §10}). */
public final class Relations {

    private final Denials denials;
    private final Descriptions metadata;
    private final Queries queries;
    private final Capabilities capabilities;
    private final RelationFields fields;
    private final AsyncCache<String, List<Relation>> relations = new AsyncCache<>(this::ask);

    Relations(Denials denials, Descriptions metadata, Queries queries, Capabilities capabilities) {
        this.denials = denials;
        this.metadata = metadata;
        this.queries = queries;
        this.capabilities = capabilities;
        this.fields = new RelationFields(metadata);
    }

    /** Label to module, in the server's order. */
    public CompletableFuture<Map<String, String>> types(String module) {
        return ask(module).thenApply(found -> {
            Map<String, String> types = new LinkedHashMap<>();
            found.forEach(relation -> types.put(relation.label(), relation.module()));
            return types;
        });
    }

    /**
     * The relation of a module that is meant. Case and spaces make no difference, and the related module is as good as a
     * label if it has one relation only.
     *
     * @param label null for none
     * @param relatedModule null for none
     * @return failed with an {@link InvalidRecordException} that lists the module's relations, if none or several fit
     */
    public CompletableFuture<Relation> find(String module, String label, String relatedModule) {
        RelationChoice choice = new RelationChoice(module, label, relatedModule);
        return relations.get(module).thenApply(choice::of).exceptionallyCompose(refused -> {
            if (!(Futures.cause(refused) instanceof InvalidRecordException)) {
                return CompletableFuture.failedFuture(Futures.cause(refused));
            }
            // An administrator may have added it meanwhile.
            relations.forget(module);
            return relations.get(module).thenApply(choice::of);
        });
    }

    private CompletableFuture<List<Relation>> ask(String module) {
        return requireRecords(module).thenCompose(hasRecords -> {
            ServerCall call = ServerCall.get("relatedtypes", module, null, Map.of("elementType", module));
            return capabilities
                    .require(Capability.RELATED_TYPES, FailureContext.of("relatedtypes", module, null))
                    .thenCompose(able -> denials.explained(call))
                    .thenApply(answer -> {
                        List<Relation> found = new ArrayList<>();
                        Results.map(Results.object(call, answer).get("information"))
                                .forEach((label, about) -> found.add(new Relation(
                                        label, Results.text(Results.map(about).get("name")))));
                        return List.copyOf(found);
                    });
        });
    }

    /** The server fails over types without records, such as Groups. */
    private CompletableFuture<Void> requireRecords(String module) {
        return metadata.types().thenAccept(types -> {
            if (types.contains(module) && !types.recordModules().contains(module)) {
                throw new InvalidRecordException(
                        "The type " + module + " has no relations; those that have are "
                                + String.join(", ", types.recordModules()) + ".",
                        FailureContext.of("relatedtypes", module, null));
            }
        });
    }

    /** All records that a record is related to, however many. */
    public CompletableFuture<List<Map<String, Object>>> retrieve(RecordId id, Relation relation) {
        return query(id, relation, VtqlStatement.parse("select * from " + relation.module()));
    }

    /**
     * Those of them for which a query holds; its ORDER BY and LIMIT hold over all of them.
     *
     * @param statement of the related module
     */
    public CompletableFuture<List<Map<String, Object>>> query(RecordId id, Relation relation, VtqlStatement statement) {
        FailureContext context = FailureContext.of("query_related", relation.module(), id.toString());
        return capabilities
                .require(Capability.QUERY_RELATED, context)
                .thenCompose(able -> requireFields(statement, context))
                .thenCompose(known -> new RelatedQueries(queries, id, relation).rows(statement));
    }

    /** The server does not look at the query while nothing is related. */
    private CompletableFuture<Void> requireFields(VtqlStatement statement, FailureContext context) {
        List<String> named = Stream.of(
                        statement.columns(), statement.condition().fields(), statement.order())
                .flatMap(Collection::stream)
                .filter(field -> !field.equals("id"))
                .toList();
        return named.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : metadata.unknownField(statement.module(), named, context)
                        .thenCompose(unknown -> unknown.<CompletableFuture<Void>>map(CompletableFuture::failedFuture)
                                .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    /** Relates two records, and makes sure that they are: the server reports success for anything. */
    public CompletableFuture<Void> add(RecordId source, RecordId related, Relation relation) {
        FailureContext context = FailureContext.of("add_related", relation.module(), source.toString());
        ServerCall call = ServerCall.write(
                "add_related",
                null,
                source.toString(),
                Map.of("sourceRecordId", source, "relatedRecordId", related, "relationIdLabel", relation.label()));
        return capabilities
                .require(Capability.ADD_RELATED, context)
                .thenCompose(able -> requireThere(source, context))
                .thenCompose(there -> requireThere(related, context))
                .thenCompose(there -> Futures.compose(denials.explained(call), (answer, failure) -> {
                    if (failure != null && !(failure instanceof AmbiguousWriteException)) {
                        return CompletableFuture.<Void>failedFuture(failure);
                    }
                    return isRelated(source, related, relation).thenCompose(is -> {
                        if (is) {
                            return CompletableFuture.completedFuture(null);
                        }
                        return failure != null
                                ? CompletableFuture.failedFuture(failure)
                                : notRelated(source, related, relation, context);
                    });
                }));
    }

    private CompletableFuture<Void> requireThere(RecordId id, FailureContext context) {
        return metadata.moduleOf(id)
                .thenCompose(module -> module.isEmpty()
                        ? CompletableFuture.completedFuture(List.<Map<String, Object>>of())
                        : queries.all(one(module.get(), id).text()))
                .thenAccept(found -> {
                    if (found.isEmpty()) {
                        throw new RecordNotFoundException(
                                "There is no record " + id
                                        + " that the user may see, so nothing was related: it is deleted, never existed,"
                                        + " or its module is hidden from the user.",
                                FailureContext.of(context.operation(), null, id.toString()));
                    }
                });
    }

    private static VtqlStatement one(String module, RecordId id) {
        return new VtqlStatement(
                List.of("id"), false, module, Condition.all("id = " + VtqlLiteral.of(id)), List.of(), false, 0, -1);
    }

    private CompletableFuture<Boolean> isRelated(RecordId source, RecordId related, Relation relation) {
        return query(source, relation, one(relation.module(), related))
                .thenApply(rows -> rows.stream().anyMatch(row -> related.equals(Results.recordId(row))));
    }

    private CompletableFuture<Void> notRelated(
            RecordId source, RecordId related, Relation relation, FailureContext context) {
        return fields.between(source, related).thenCompose(field -> {
            String sentence = "The server reported success, but " + related + " is not among the " + relation
                    + " of " + source + " afterwards: "
                    + field.map(known -> known.record() + " refers to the other record by its field " + known.name()
                                    + "; set that to " + known.other() + " with revise.")
                            .orElse("this relation cannot be added by the API; add it in the CRM's own pages.");
            return CompletableFuture.failedFuture(new InvalidRecordException(sentence, context));
        });
    }

    /** Ends the relations between two records; only Vtiger Cloud has an operation for it. */
    public CompletableFuture<Void> delete(RecordId source, RecordId related) {
        FailureContext context = FailureContext.of("delete_related", null, source.toString());
        ServerCall call = ServerCall.write(
                "delete_related",
                null,
                source.toString(),
                Map.of("sourceRecordId", source, "relatedRecordId", related));
        return capabilities
                .of(Capability.DELETE_RELATED)
                .thenCompose(finding -> finding.isUnavailable()
                        ? fields.between(source, related)
                                .thenCompose(field -> CompletableFuture.failedFuture(new ServerFailureException(
                                        "This CRM cannot serve delete_related, and nothing was sent: "
                                                + finding.reason()
                                                + "; "
                                                + field.map(known -> "empty the field " + known.name() + " of "
                                                                + known.record() + " with revise, or use Vtiger Cloud")
                                                        .orElse("remove the relation in the CRM's own pages")
                                                + ".",
                                        context)))
                        : denials.explained(call).thenAccept(answer -> Results.object(call, answer)));
    }

    void forget() {
        relations.clear();
    }
}
