package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.Map;
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
    private final QueryText queries;

    RawHandler(VtigerOperation operation, OperationContext context) {
        this.operation = operation;
        this.context = context;
        this.bodies = new BodyReader(operation.uriName());
        this.queries = new QueryText(context);
    }

    /** @throws IllegalArgumentException where the operation is more than one call of the server */
    static void requireForm(VtigerOperation operation) {
        if (!FORMS.contains(operation)) {
            throw new IllegalArgumentException(
                    "The operation " + operation.uriName() + " has no raw form; leave out the option rawPayload.");
        }
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        return answer(exchange).thenApply(ByteArrayInputStream::new).thenAccept(exchange.getMessage()::setBody);
    }

    private CompletableFuture<byte[]> answer(Exchange exchange) {
        requireForm(operation);
        Message message = exchange.getMessage();
        return switch (operation) {
            case CREATE ->
                post(Map.of("elementType", context.requireModule(message, operation), "element", element(exchange)));
            case UPDATE, REVISE -> post(Map.of("element", element(exchange)));
            case DELETE -> post(Map.of("id", id(exchange)));
            case RETRIEVE -> get(Map.of("id", id(exchange)));
            case QUERY -> get(Map.of("query", queries.withSemicolon(exchange)));
            case DESCRIBE -> get(Map.of("elementType", context.requireModule(message, operation)));
            case LIST_TYPES, ME -> get(Map.of());
            default -> throw new IllegalStateException(operation + " has no raw form");
        };
    }

    private CompletableFuture<byte[]> get(Map<String, String> parameters) {
        return context.client().requestRaw("/" + operation.uriName(), "GET", parameters);
    }

    private CompletableFuture<byte[]> post(Map<String, String> parameters) {
        return context.client().requestRaw("/" + operation.uriName(), "POST", parameters);
    }

    private String id(Exchange exchange) {
        return bodies.id(
                        OperationContext.header(exchange.getMessage(), VtigerConstants.RECORD_ID),
                        bodies.read(exchange))
                .toString();
    }

    private String element(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (!BodyReader.isText(body)) {
            throw new InvalidRecordException(
                    "With the option rawPayload the body must be the record's JSON as text, bytes or a stream, not "
                            + (body == null
                                    ? "empty"
                                    : "of type " + body.getClass().getName()) + ".",
                    FailureContext.of(operation.uriName(), null, null));
        }
        return BodyReader.text(exchange, body);
    }
}
