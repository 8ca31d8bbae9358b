package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import java.util.Arrays;
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
    private final Map<VtigerOperation, OperationHandler> handlers;

    RunHandler(OperationContext context) {
        this.context = context;
        this.handlers = OperationHandlers.ofActions(context.validating());
    }

    /** @throws IllegalArgumentException if the option action names none */
    static void requireKnown(String action) {
        if (action != null && CrmAction.find(action).isEmpty()) {
            throw new IllegalArgumentException(
                    "The option action names '" + action + "', but the actions are " + keys() + ".");
        }
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        CrmAction action = action(message);
        ActionInput input = new ActionInput(action, bodies.read(exchange));
        ActionMessage call = new ActionMessage(message);
        turn(action, input, call);
        CompletableFuture<Void> answer;
        try {
            answer = handlers.get(action.operation()).handle(exchange);
        } catch (RuntimeException refused) {
            answer = CompletableFuture.failedFuture(refused);
        }
        return answer.whenComplete((nothing, failure) -> call.end(failure == null));
    }

    /** The input as the operation behind the action takes it. */
    private void turn(CrmAction action, ActionInput input, ActionMessage call) {
        switch (action) {
            case CREATE_RECORD -> {
                call.setHeader(VtigerConstants.MODULE, module(input, call.message()));
                call.setBody(input.record());
            }
            case RETRIEVE_RECORD -> {
                call.setHeader(VtigerConstants.RECORD_ID, input.text(CrmAction.Input.ID));
                call.setBody(null);
            }
            case UPDATE_RECORD -> {
                Map<String, Object> record = input.record();
                record.put("id", input.text(CrmAction.Input.ID));
                call.setBody(record);
            }
            case DELETE_RECORD -> call.setBody(Map.of("id", input.text(CrmAction.Input.ID)));
            case QUERY_RECORDS -> {
                call.setHeader(VtigerConstants.QUERY, input.text(CrmAction.Input.QUERY));
                call.setBody(null);
            }
            case DESCRIBE_MODULE -> call.setHeader(VtigerConstants.MODULE, module(input, call.message()));
            case LIST_MODULES, GET_CURRENT_USER -> call.setBody(null);
        }
    }

    private String module(ActionInput input, Message message) {
        String module = input.text(CrmAction.Input.MODULE);
        Optional<String> other = context.chosenModule(message).filter(name -> !name.equals(module));
        if (other.isPresent()) {
            throw invalid("The input of the action names the module " + module + ", but the URI or the header "
                    + VtigerConstants.MODULE + " names " + other.get() + "; leave one of them out.");
        }
        return module;
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

    private static String keys() {
        return Arrays.stream(CrmAction.values()).map(CrmAction::key).collect(Collectors.joining(", "));
    }

    private static InvalidRecordException invalid(String message) {
        return new InvalidRecordException(message, FailureContext.of("run", null, null));
    }
}
