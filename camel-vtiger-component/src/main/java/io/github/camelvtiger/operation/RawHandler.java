package io.github.camelvtiger.operation;

import io.github.camelvtiger.AmbiguousWrites;
import io.github.camelvtiger.VtigerConfiguration;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.protocol.ServerCall;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** An operation with {@code rawPayload}: the body is the text of {@code element}, the answer comes as the server gave it. */
final class RawHandler implements OperationHandler {

    private static final Set<VtigerOperation> FORMS = EnumSet.of(
            VtigerOperation.CREATE,
            VtigerOperation.UPDATE,
            VtigerOperation.REVISE,
            VtigerOperation.DELETE,
            VtigerOperation.RETRIEVE,
            VtigerOperation.QUERY,
            VtigerOperation.DESCRIBE,
            VtigerOperation.LIST_TYPES,
            VtigerOperation.ME,
            // A request has parameters of its own in both forms.
            VtigerOperation.REQUEST);

    private final VtigerOperation operation;
    private final OperationContext context;
    private final BodyReader bodies;
    private final RecordIds ids;
    private final ModuleOfId modules;
    private final QueryText queries;

    RawHandler(VtigerOperation operation, OperationContext context) {
        this.operation = operation;
        this.context = context;
        this.bodies = new BodyReader(operation.uriName());
        this.ids = new RecordIds(bodies);
        this.modules = new ModuleOfId(context.client(), operation.uriName());
        this.queries = new QueryText(context);
    }

    /** @throws IllegalArgumentException where the operation is more than one call of the server */
    static void requireForm(VtigerOperation operation) {
        if (!FORMS.contains(operation)) {
            throw new IllegalArgumentException(
                    "The operation " + operation.uriName() + " has no raw form; leave out the option rawPayload.");
        }
    }

    static boolean writes(VtigerOperation operation) {
        return switch (operation) {
            case CREATE, UPDATE, REVISE, DELETE -> true;
            default -> false;
        };
    }

    /** @throws IllegalArgumentException where a write is asked to be proven whose record is not ours to mark */
    static void requireUnproven(VtigerOperation operation, VtigerConfiguration options) {
        if (writes(operation) && options.getAmbiguousWrites() == AmbiguousWrites.VERIFY) {
            throw new IllegalArgumentException("The operation " + operation.uriName()
                    + " with rawPayload=true cannot be proven, since a proof marks the record and rawPayload sends it"
                    + " unchanged; leave out rawPayload, or set ambiguousWrites=fail.");
        }
    }

    /** @throws IllegalArgumentException if the values of an answer that is not read should get types */
    static void requireUntyped(VtigerConfiguration options) {
        if (options.isTypedValues()) {
            throw new IllegalArgumentException(
                    "The options rawPayload and typedValues are both true, but a raw answer is the"
                            + " text of the CRM, whose values have no Java types; leave out one of them.");
        }
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        requireForm(operation);
        Message message = exchange.getMessage();
        return switch (operation) {
            case CREATE -> create(exchange);
            case UPDATE, REVISE -> change(exchange);
            case DELETE -> delete(exchange);
            case RETRIEVE -> retrieve(exchange);
            case QUERY -> queries.withSemicolon(exchange).thenCompose(query -> get(Map.of("query", query), message));
            case DESCRIBE -> get(Map.of("elementType", context.requireModule(message, operation)), message);
            case LIST_TYPES, ME -> get(Map.of(), message);
            default -> throw new IllegalStateException(operation + " has no raw form");
        };
    }

    private CompletableFuture<Void> create(Exchange exchange) {
        Message message = exchange.getMessage();
        String module = context.requireModule(message, operation);
        String element = RawElement.of(exchange, operation.uriName()).text();
        return post(module, null, Map.of("elementType", module, "element", element))
                .thenAccept(answer -> written(answer, RecordJson.idIn(answer), Outcome.CREATED, message));
    }

    private CompletableFuture<Void> change(Exchange exchange) {
        Message message = exchange.getMessage();
        RawElement element = RawElement.of(exchange, operation.uriName());
        RecordId id = ids.toWrite(OperationContext.idHeader(message), element.record());
        return modules.require(id, context.module(message))
                .thenCompose(own -> post(null, own, Map.of("element", element.withId(own))))
                .thenAccept(answer -> written(answer, id.toString(), Outcome.UPDATED, message));
    }

    private CompletableFuture<Void> delete(Exchange exchange) {
        Message message = exchange.getMessage();
        RecordId id = ids.toWrite(OperationContext.idHeader(message), bodies.read(exchange));
        return modules.require(id, context.module(message))
                .thenCompose(own -> post(null, own, Map.of("id", own)))
                .thenAccept(answer -> written(answer, id.toString(), Outcome.DELETED, message));
    }

    private CompletableFuture<Void> retrieve(Exchange exchange) {
        Message message = exchange.getMessage();
        RecordId id = ids.toRead(OperationContext.idHeader(message), bodies.read(exchange));
        CompletableFuture<byte[]> answer = modules.require(id, context.chosenModule(message))
                .thenCompose(own -> context.client()
                        .answerRaw(ServerCall.get(operation.uriName(), null, own.toString(), Map.of("id", own))));
        return NotFound.as(answer, context.configuration().getNotFoundBehaviour())
                .thenAccept(found -> {
                    message.setBody(found == null ? null : new ByteArrayInputStream(found));
                    message.setHeader(VtigerConstants.RECORD_ID, id.toString());
                });
    }

    private CompletableFuture<Void> get(Map<String, String> parameters, Message message) {
        return context.client()
                .requestRaw("/" + operation.uriName(), "GET", parameters)
                .thenApply(ByteArrayInputStream::new)
                .thenAccept(message::setBody);
    }

    private CompletableFuture<byte[]> post(String module, RecordId id, Map<String, ?> parameters) {
        return context.client()
                .answerRaw(ServerCall.write(operation.uriName(), module, Objects.toString(id, null), parameters));
    }

    private static void written(byte[] answer, String id, Outcome outcome, Message message) {
        WriteHandler.setOutcome(id, outcome, List.of(), message);
        message.setBody(new ByteArrayInputStream(answer));
    }
}
