package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.VtigerOperation;
import io.github.camelvtiger.async.Lanes;
import io.github.camelvtiger.client.JsonList;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.intent.FieldWords;
import io.github.camelvtiger.intent.Intent;
import io.github.camelvtiger.intent.ModuleWords;
import io.github.camelvtiger.names.ModuleTypes;
import io.github.camelvtiger.schema.RecordSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * Lists what {@code run} can do and the user may do, each with a JSON Schema of its input. With an intent the fitting actions
 * only, best first, and if it names a module, for that module.
 */
final class ActionsHandler implements OperationHandler {

    private final OperationContext context;
    private final ActionModules modules;
    private final RecordSchemas schemas;

    ActionsHandler(OperationContext context) {
        this.context = context;
        this.modules = new ActionModules(context);
        this.schemas = new RecordSchemas(context.client());
    }

    @Override
    public CompletableFuture<Void> handle(Exchange exchange) {
        Message message = exchange.getMessage();
        String intent = OperationContext.header(message, VtigerConstants.INTENT)
                .or(() -> Optional.ofNullable(context.configuration().getIntent()))
                .orElse("");
        return context.client()
                .moduleTypes()
                .thenCompose(types -> entries(new Intent(intent, new ModuleWords(types)), types))
                .thenAccept(entries -> message.setBody(new JsonList<>(entries)));
    }

    private CompletableFuture<List<VtigerRecord>> entries(Intent intent, ModuleTypes types) {
        return modules.described(intent.modules()).thenCompose(named -> {
            if (!named.isEmpty()) {
                return entries(intent, named, true);
            }
            return modules.described(types.names()).thenCompose(all -> {
                List<ModuleDescription> ofFields = new FieldWords(all).in(intent);
                return entries(intent, ofFields.isEmpty() ? all : ofFields, !ofFields.isEmpty());
            });
        });
    }

    /** @param meant whether the named modules are those that the intent is about, and not only all there are */
    private CompletableFuture<List<VtigerRecord>> entries(Intent intent, List<ModuleDescription> named, boolean meant) {
        return new Lanes<CrmAction, List<VtigerRecord>>(
                        ranked(intent.scores()).iterator(),
                        action -> null,
                        (index, action) ->
                                modules.of(action, named, meant).thenCompose(found -> entries(action, found, intent)),
                        entries -> false,
                        1,
                        context.executor())
                .run()
                .thenApply(entries -> entries.stream().flatMap(List::stream).toList());
    }

    /** Those for which the words speak, best first; if they speak for none, all of them, first those that only read. */
    private static List<CrmAction> ranked(Map<String, Double> scores) {
        return Arrays.stream(CrmAction.values())
                .filter(action -> scores.isEmpty() || scores.containsKey(action.key()))
                .sorted(Comparator.comparing((CrmAction action) -> scores.getOrDefault(action.key(), 0.0))
                        .reversed()
                        .thenComparing(action -> action.operation().writes()))
                .toList();
    }

    private CompletableFuture<List<VtigerRecord>> entries(
            CrmAction action, List<Optional<ModuleDescription>> found, Intent intent) {
        List<VtigerRecord> entries = new ArrayList<>();
        CompletableFuture<Void> made = CompletableFuture.completedFuture(null);
        for (Optional<ModuleDescription> module : found) {
            made = made.thenCompose(before -> schema(module))
                    .thenAccept(schema -> entries.add(entry(action, module, schema, intent)));
        }
        return made.thenApply(done -> entries);
    }

    private CompletableFuture<Optional<RecordSchema>> schema(Optional<ModuleDescription> module) {
        return module.map(known -> schemas.of(known).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    private VtigerRecord entry(
            CrmAction action, Optional<ModuleDescription> module, Optional<RecordSchema> schema, Intent intent) {
        boolean ofRelated = Set.of(VtigerOperation.RETRIEVE_RELATED, VtigerOperation.QUERY_RELATED)
                        .contains(action.operation())
                && intent.isAboutRelated();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("key", action.key());
        entry.put("name", action.title());
        entry.put("description", action.description());
        entry.put("module", module.map(ModuleDescription::name).orElse(null));
        entry.put("operation", action.operation().uriName());
        entry.put(
                "inputSchema",
                new ActionSchema(
                                action,
                                schema,
                                ofRelated,
                                context.configuration().isResolveNames())
                        .document());
        return new VtigerRecord(entry);
    }
}
