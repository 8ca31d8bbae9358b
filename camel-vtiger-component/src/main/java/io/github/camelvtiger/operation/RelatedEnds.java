package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.crm.Relation;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The two records of a relation, and which relation it is, as a message names them. */
final class RelatedEnds {

    private final OperationContext context;
    private final VtigerOperation operation;
    private final BodyReader bodies;
    private final RecordIds ids;
    private final ModuleOfId modules;

    RelatedEnds(OperationContext context, VtigerOperation operation) {
        this.context = context;
        this.operation = operation;
        this.bodies = new BodyReader(operation.uriName());
        this.ids = new RecordIds(bodies);
        this.modules = new ModuleOfId(context.client(), operation.uriName());
    }

    /** @param source from which the relation leads to the related record */
    record Pair(RecordId source, RecordId related) {}

    /** The record from which the relation leads: the id of the header, else of the body. */
    CompletableFuture<RecordId> source(Exchange exchange) {
        Message message = exchange.getMessage();
        Optional<String> header = OperationContext.idHeader(message);
        Object body = header.isPresent() ? null : bodies.read(exchange);
        if (body instanceof CharSequence text && text.toString().strip().regionMatches(true, 0, "select ", 0, 7)) {
            throw invalid("The body of " + operation.uriName()
                    + " is a query, so the id of the record must be in the header " + VtigerConstants.RECORD_ID + ".");
        }
        return modules.require(ids.toRead(header, body), context.chosenModule(message));
    }

    /** Both records by header; of one that has no header the id is in the body. */
    CompletableFuture<Pair> both(Exchange exchange) {
        Message message = exchange.getMessage();
        Optional<String> source = OperationContext.idHeader(message);
        Optional<String> related = OperationContext.header(message, VtigerConstants.RELATED_ID);
        if (source.isEmpty() && related.isEmpty()) {
            throw invalid("The operation " + operation.uriName() + " needs the ids of two records: set the headers "
                    + VtigerConstants.RECORD_ID + " and " + VtigerConstants.RELATED_ID
                    + ", or one of them, and give the other id as body.");
        }
        Object body = source.isPresent() && related.isPresent() ? null : bodies.read(exchange);
        RecordId from = source.isPresent() ? RecordId.parse(source.get()) : ids.toRead(source, body);
        if (related.isEmpty() && body == null) {
            throw invalid(
                    "The operation " + operation.uriName() + " needs the id of the related record: set the header "
                            + VtigerConstants.RELATED_ID + ", or give a Map with id or the text of an id as body.");
        }
        RecordId to = related.isPresent() ? RecordId.parse(related.get()) : ids.toRead(related, body);
        return modules.require(from, context.chosenModule(message)).thenApply(known -> new Pair(from, to));
    }

    /**
     * By the headers with label and module; without either by the module that is given.
     *
     * @param module of the related records, as far as something else than a header names it
     */
    CompletableFuture<Relation> relation(RecordId source, Message message, Optional<String> module) {
        Optional<String> label = OperationContext.header(message, VtigerConstants.RELATION_LABEL);
        Optional<String> relatedModule =
                module.or(() -> OperationContext.header(message, VtigerConstants.RELATED_MODULE));
        return moduleOf(source)
                .thenCompose(from ->
                        context.client().relations().find(from, label.orElse(null), relatedModule.orElse(null)));
    }

    /** The same, leading to the related record. */
    CompletableFuture<Relation> relation(Pair pair, Message message) {
        return moduleOf(pair.related()).thenCompose(module -> relation(pair.source(), message, Optional.of(module)));
    }

    private CompletableFuture<String> moduleOf(RecordId id) {
        return context.client()
                .moduleOf(id)
                .thenApply(module -> module.orElseThrow(() -> new RecordNotFoundException(
                        "There is no record " + id + " that the user may see: no module has ids that begin with "
                                + id.prefix() + "x.",
                        FailureContext.of(operation.uriName(), null, id.toString()))));
    }

    /** No body, and both ids as headers. */
    void answer(Message message, Pair pair) {
        message.setBody(null);
        message.setHeader(VtigerConstants.RECORD_ID, pair.source().toString());
        message.setHeader(VtigerConstants.RELATED_ID, pair.related().toString());
    }

    private InvalidRecordException invalid(String sentence) {
        return new InvalidRecordException(sentence, FailureContext.of(operation.uriName(), null, null));
    }
}
