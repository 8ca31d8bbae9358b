package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.JsonList;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.crm.Relation;
import io.github.camelvtiger.crm.Relations;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Message;

/** The handlers of the operations on relations. */
final class RelationHandlers {

    private RelationHandlers() {}

    static OperationHandler relatedTypes(OperationContext context) {
        return exchange -> context.client()
                .relations()
                .types(context.requireModule(exchange.getMessage(), VtigerOperation.RELATED_TYPES))
                .thenAccept(types -> exchange.getMessage().setBody(new VtigerRecord(new LinkedHashMap<>(types))));
    }

    static OperationHandler retrieveRelated(OperationContext context) {
        RelatedEnds ends = new RelatedEnds(context, VtigerOperation.RETRIEVE_RELATED);
        Relations relations = context.client().relations();
        return exchange -> {
            Message message = exchange.getMessage();
            return NotFound.as(
                            ends.source(exchange).thenCompose(source -> ends.relation(source, message, Optional.empty())
                                    .thenCompose(relation -> relations.retrieve(source, relation))),
                            context.configuration().getNotFoundBehaviour())
                    .thenAccept(rows -> message.setBody(records(rows)));
        };
    }

    static OperationHandler queryRelated(OperationContext context) {
        RelatedEnds ends = new RelatedEnds(context, VtigerOperation.QUERY_RELATED);
        Relations relations = context.client().relations();
        QueryText queries =
                new QueryText(context, message -> OperationContext.header(message, VtigerConstants.RELATED_MODULE));
        return exchange -> {
            Message message = exchange.getMessage();
            return NotFound.as(
                            queries.of(exchange).thenCompose(vtql -> {
                                VtqlStatement statement = VtqlStatement.parse(vtql);
                                return ends.source(exchange).thenCompose(source -> ends.relation(
                                                source, message, Optional.of(statement.module()))
                                        .thenCompose(relation ->
                                                relations.query(source, relation, of(relation, statement))));
                            }),
                            context.configuration().getNotFoundBehaviour())
                    .thenAccept(rows -> message.setBody(records(rows)));
        };
    }

    /** With the module's name as the server knows it. */
    private static VtqlStatement of(Relation relation, VtqlStatement statement) {
        return new VtqlStatement(
                statement.columns(),
                statement.counts(),
                relation.module(),
                statement.condition(),
                statement.order(),
                statement.descending(),
                statement.skip(),
                statement.limit());
    }

    static OperationHandler addRelated(OperationContext context) {
        RelatedEnds ends = new RelatedEnds(context, VtigerOperation.ADD_RELATED);
        Relations relations = context.client().relations();
        return exchange -> {
            Message message = exchange.getMessage();
            return ends.both(exchange).thenCompose(pair -> ends.relation(pair, message)
                    .thenCompose(relation -> relations.add(pair.source(), pair.related(), relation))
                    .thenAccept(done -> ends.answer(message, pair)));
        };
    }

    static OperationHandler deleteRelated(OperationContext context) {
        RelatedEnds ends = new RelatedEnds(context, VtigerOperation.DELETE_RELATED);
        Relations relations = context.client().relations();
        return exchange -> ends.both(exchange).thenCompose(pair -> relations
                .delete(pair.source(), pair.related())
                .thenAccept(done -> ends.answer(exchange.getMessage(), pair)));
    }

    private static List<VtigerRecord> records(List<Map<String, Object>> rows) {
        return rows == null
                ? null
                : new JsonList<>(rows.stream().map(VtigerRecord::new).toList());
    }
}
