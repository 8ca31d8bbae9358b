package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.names.LookupFailures;
import io.github.camelvtiger.schema.RecordSchema;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the schema of a module's records of what the CRM reports of it, and of the modules that it refers to. */
final class RecordSchemas {

    private final VtigerClient client;

    RecordSchemas(VtigerClient client) {
        this.client = client;
    }

    CompletableFuture<RecordSchema> of(String module) {
        return client.describe(module).thenCompose(this::of);
    }

    CompletableFuture<RecordSchema> of(ModuleDescription module) {
        return prefixes(RecordSchema.targets(module)).thenApply(prefixes -> new RecordSchema(module, prefixes));
    }

    /** A module that the user may not see has none here, and its references are not checked for it. */
    private CompletableFuture<Map<String, Integer>> prefixes(Set<String> modules) {
        Map<String, Integer> prefixes = new ConcurrentHashMap<>();
        CompletableFuture<?>[] asked = modules.stream()
                .map(module -> LookupFailures.emptyWhereDenied(client.idPrefix(module))
                        .thenAccept(found -> found.flatMap(it -> it).ifPresent(prefix -> prefixes.put(module, prefix))))
                .toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(asked).thenApply(nothing -> prefixes);
    }
}
