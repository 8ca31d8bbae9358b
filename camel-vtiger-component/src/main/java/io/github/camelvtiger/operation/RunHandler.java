package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.crm.CrmWriter;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.upsert.WriteResult;
import io.github.camelvtiger.values.WriteKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Runs an action by its key. Headers come from other systems, so the header may choose another action than the endpoint's
 * only where the endpoint allows its operation; an endpoint without an action allows the reading ones by default.
 */
final class RunHandler implements OperationHandler {

    private final OperationContext context;
    private final BodyReader bodies = new BodyReader("run");
    private final WritePipeline writes;
    private final WriterSelection writers;

    RunHandler(OperationContext context) {
        this.context = context;
        this.writers = new WriterSelection(context.client(), context.configuration());
        this.writes = context.preparedWrites(true);
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        CrmAction action = action(message);
        ActionInput input = new ActionInput(action, bodies.read(exchange));
        return call(action, input, writers.of(exchange, 0)).thenAccept(answer -> {
            if (answer instanceof WriteResult written) {
                WriteHandler.setAltered(written.altered(), message);
            }
            message.setBody(answer instanceof WriteResult written ? new VtigerRecord(written.record()) : answer);
            if (message.getBody() instanceof VtigerRecord record && action.operation() != VtigerOperation.DESCRIBE) {
                message.setHeader(VtigerConstants.RECORD_ID, record.get("id"));
            }
        });
    }

    private CrmAction action(Message message) {
        Optional<String> own = Optional.ofNullable(context.configuration().getAction());
        String key = OperationContext.header(message, VtigerConstants.ACTION)
                .or(() -> own)
                .orElseThrow(() ->
                        invalid("The operation run needs the key of an action: set the option action or the header "
                                + VtigerConstants.ACTION + " to one of " + keys() + "."));
        CrmAction action = CrmAction.find(key)
                .orElseThrow(() -> invalid("There is no action '" + key + "'; the actions are " + keys() + "."));
        if (!own.equals(Optional.of(key)) && !isAllowed(action, own.isPresent())) {
            throw new AccessDeniedException(
                    "The action " + key + " is not allowed to this endpoint; add "
                            + action.operation().uriName() + " to its option allowedOperations.",
                    FailureContext.of(action.operation().uriName(), null, null));
        }
        return action;
    }

    private boolean isAllowed(CrmAction action, boolean endpointHasItsOwn) {
        return context.allowed().isEmpty() && !endpointHasItsOwn
                ? action.reads()
                : context.allowed().contains(action.operation());
    }

    private CompletableFuture<?> call(CrmAction action, ActionInput input, CrmWriter writer) {
        VtigerClient client = context.client();
        return switch (action) {
            case CREATE_RECORD -> writes.create(input.text(CrmAction.Input.MODULE), input.record(), writer);
            case RETRIEVE_RECORD -> client.retrieve(id(input)).thenApply(VtigerRecord::new);
            case UPDATE_RECORD -> writes.change(WriteKind.REVISE, Optional.empty(), withId(input), writer);
            case DELETE_RECORD -> writes.delete(id(input), writer);
            case QUERY_RECORDS ->
                client.query(input.text(CrmAction.Input.QUERY)).thenApply(RunHandler::records);
            case DESCRIBE_MODULE ->
                client.describe(input.text(CrmAction.Input.MODULE))
                        .thenApply(ModuleDescription::raw)
                        .thenApply(VtigerRecord::new);
            case LIST_MODULES -> client.listTypes();
            case GET_CURRENT_USER -> client.me().thenApply(VtigerRecord::new);
        };
    }

    private static List<VtigerRecord> records(List<Map<String, Object>> rows) {
        return rows.stream().map(VtigerRecord::new).toList();
    }

    private static RecordId id(ActionInput input) {
        return RecordId.parse(input.text(CrmAction.Input.ID));
    }

    private static Map<String, Object> withId(ActionInput input) {
        Map<String, Object> record = input.record();
        record.put("id", id(input).toString());
        return record;
    }

    private static String keys() {
        return Arrays.stream(CrmAction.values()).map(CrmAction::key).collect(Collectors.joining(", "));
    }

    private static InvalidRecordException invalid(String message) {
        return new InvalidRecordException(message, FailureContext.of("run", null, null));
    }
}
