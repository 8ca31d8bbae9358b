package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
    private final ActionInput inputs;
    private final Map<VtigerOperation, OperationHandler> handlers = new ConcurrentHashMap<>();

    RunHandler(OperationContext context) {
        this.context = context.validating();
        this.inputs = new ActionInput(context);
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
        return inputs.checked(action, bodies.read(exchange), context.module(message))
                .thenCompose(input -> {
                    requireSameModule(input, message);
                    return call(exchange, action, input);
                });
    }

    private CompletableFuture<Void> call(Exchange exchange, CrmAction action, Map<String, Object> input) {
        ActionMessage call = new ActionMessage(exchange);
        CompletableFuture<Void> answer = Futures.attempt(() -> {
            call.turn(action, input);
            return handler(action.operation()).handle(exchange);
        });
        return answer.whenComplete((nothing, failure) -> call.end(failure == null));
    }

    /** Kept: a handler of writes knows again what a redelivery has sent before. */
    private OperationHandler handler(VtigerOperation operation) {
        return handlers.computeIfAbsent(operation, name -> OperationHandlers.handler(name, context));
    }

    private void requireSameModule(Map<String, Object> input, Message message) {
        Object module = input.get(ActionParameter.MODULE.jsonName());
        Optional<String> other = context.chosenModule(message).filter(name -> !name.equals(module));
        if (module != null && other.isPresent()) {
            throw invalid("The input of the action names the module " + module + ", but the URI or the header "
                    + VtigerConstants.MODULE + " names " + other.get() + "; leave one of them out.");
        }
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
