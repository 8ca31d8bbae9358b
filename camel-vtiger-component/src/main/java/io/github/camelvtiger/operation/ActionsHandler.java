package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.JsonList;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.operation.Intent.ModuleNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Lists what {@code run} can do, with a JSON Schema of each input. With an intent the fitting actions only, best first,
 * and where the intent names a module, with the fields of that module.
 */
final class ActionsHandler implements OperationHandler {

    private final OperationContext context;

    ActionsHandler(OperationContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        Optional<String> intent = OperationContext.header(message, VtigerConstants.INTENT)
                .or(() -> Optional.ofNullable(context.configuration().getIntent()));
        if (intent.isEmpty()) {
            message.setBody(list(List.of(CrmAction.values()), Optional.empty()));
            return CompletableFuture.completedFuture(null);
        }
        Intent words = new Intent(intent.get());
        return modules()
                .thenCompose(modules -> describe(words.module(modules)))
                .thenAccept(module -> message.setBody(list(words.rank(), module)));
    }

    private CompletableFuture<List<ModuleNames>> modules() {
        return context.client().request("/listtypes", "GET", Map.of()).thenApply(ActionsHandler::names);
    }

    private static List<ModuleNames> names(Object answer) {
        List<ModuleNames> modules = new ArrayList<>();
        if (answer instanceof Map<?, ?> types && types.get("information") instanceof Map<?, ?> information) {
            information.forEach((name, about) -> {
                List<String> labels = new ArrayList<>(List.of(name.toString()));
                if (about instanceof Map<?, ?> named) {
                    labels.add(String.valueOf(named.get("label")));
                    labels.add(String.valueOf(named.get("singular")));
                }
                modules.add(new ModuleNames(name.toString(), labels));
            });
        }
        return modules;
    }

    private CompletableFuture<Optional<ModuleDescription>> describe(Optional<String> module) {
        return module.map(name -> context.client().describe(name).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private static List<Map<String, Object>> list(List<CrmAction> actions, Optional<ModuleDescription> module) {
        return new JsonList<>(
                actions.stream().map(action -> entry(action, module)).toList());
    }

    private static Map<String, Object> entry(CrmAction action, Optional<ModuleDescription> module) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("key", action.key());
        entry.put("description", action.description());
        entry.put("operation", action.operation().uriName());
        if (action.inputs().contains(CrmAction.Input.MODULE) || action.inputs().contains(CrmAction.Input.RECORD)) {
            module.ifPresent(known -> entry.put("module", known.name()));
        }
        entry.put("inputSchema", ActionSchema.of(action, module));
        return entry;
    }
}
