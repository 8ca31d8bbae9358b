package io.github.camelvtiger.operation;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.names.LookupFailures;
import io.github.camelvtiger.values.RecordCheck;
import io.github.camelvtiger.values.WireValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The prefixes of the modules that the owner and the references of a record may point to, as far as it takes to know that
 * an id is one of theirs. They differ between installations; each is asked for once for each connection.
 */
final class TargetPrefixes {

    private final VtigerClient client;
    private final Map<String, Integer> prefixes = new LinkedHashMap<>();

    private TargetPrefixes(VtigerClient client) {
        this.client = client;
    }

    /** By module. If a module cannot be seen, also that of the module whose id was given instead. */
    static CompletableFuture<Map<String, Integer>> of(
            VtigerClient client, ModuleDescription module, Map<String, WireValue> record) {
        TargetPrefixes found = new TargetPrefixes(client);
        CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);
        for (Field field : module.fields()) {
            WireValue value = record.get(field.name());
            String text = value == null ? "" : Objects.toString(value.value(), "");
            if (!RecordCheck.targets(field).isEmpty() && RecordId.isOne(text)) {
                RecordId id = RecordId.parse(text);
                asked = asked.thenCompose(nothing -> found.find(RecordCheck.targets(field), 0, id));
            }
        }
        for (RecordId product : products(module, record)) {
            asked = asked.thenCompose(nothing -> found.find(LineItems.PRODUCTS, 0, product));
        }
        return asked.thenApply(nothing -> found.prefixes);
    }

    /** One for each prefix among the products of the record's items. */
    private static Collection<RecordId> products(ModuleDescription module, Map<String, WireValue> record) {
        WireValue items = record.get(LineItems.FIELD);
        if (items == null || !LineItems.MODULES.contains(module.name()) || !(items.value() instanceof List<?> list)) {
            return List.of();
        }
        Map<Integer, RecordId> byPrefix = new LinkedHashMap<>();
        for (Object item : list) {
            String id = item instanceof Map<?, ?> fields ? Objects.toString(fields.get(LineItems.PRODUCT), "") : "";
            if (RecordId.isOne(id)) {
                byPrefix.putIfAbsent(RecordId.parse(id).prefix(), RecordId.parse(id));
            }
        }
        return byPrefix.values();
    }

    private CompletableFuture<Void> find(List<String> targets, int from, RecordId id) {
        if (from == targets.size()) {
            return prefixes.keySet().containsAll(targets) ? CompletableFuture.completedFuture(null) : findOther(id);
        }
        String target = targets.get(from);
        return client.idPrefix(target).thenCompose(prefix -> {
            prefix.ifPresent(known -> prefixes.put(target, known));
            return prefix.equals(Optional.of(id.prefix()))
                    ? CompletableFuture.completedFuture(null)
                    : find(targets, from + 1, id);
        });
    }

    private CompletableFuture<Void> findOther(RecordId id) {
        return LookupFailures.emptyWhereDenied(client.moduleOf(id))
                .thenAccept(found -> found.flatMap(it -> it).ifPresent(module -> prefixes.put(module, id.prefix())));
    }
}
