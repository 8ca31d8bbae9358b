package io.github.camelvtiger.names;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Puts ids in the place of names: owners by user name, full name, e-mail or group, references by the label or e-mail of
 * a record. What was found is used for five minutes.
 */
public final class NameResolver {

    private static final String USERS = "Users";

    private final Owners owners;
    private final References references;

    /** @param nanoTime a clock that never goes back */
    public NameResolver(NameSource crm, LongSupplier nanoTime) {
        this.owners = new Owners(crm, nanoTime);
        this.references = new References(crm, nanoTime);
    }

    /**
     * @param record with ids where they were found
     * @param faults by field, to be continued after "The value x of field y "
     */
    public record Resolved(Map<String, Object> record, Map<String, String> faults) {}

    /** A new record; fields without names are as they were. */
    public CompletableFuture<Resolved> resolve(ModuleDescription module, Map<String, ?> record) {
        Resolved resolved = new Resolved(new LinkedHashMap<>(record), new LinkedHashMap<>());
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (Field field : module.fields()) {
            String name = NameText.nameIn(field, record.get(field.name())).orElse(null);
            if (name != null) {
                all = all.thenCompose(nothing -> find(field, name)).thenAccept(lookup -> {
                    if (lookup.fault() == null) {
                        resolved.record().put(field.name(), lookup.id());
                    } else {
                        resolved.faults().put(field.name(), lookup.fault());
                    }
                });
            }
        }
        return all.thenApply(nothing -> resolved);
    }

    private CompletableFuture<Lookup> find(Field field, String name) {
        return isOwner(field) ? owners.find(name) : references.find(field.refersTo(), name);
    }

    private static boolean isOwner(Field field) {
        return field.type().equals("owner") || field.refersTo().equals(List.of(USERS));
    }

    /** Asks for the names in several records together, so that {@link #resolve} of each of them asks for none. */
    public CompletableFuture<Void> lookAhead(ModuleDescription module, Collection<? extends Map<String, ?>> records) {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        for (Field field : module.fields()) {
            if (!isOwner(field)) {
                records.forEach(record -> NameText.nameIn(field, record.get(field.name()))
                        .ifPresent(name -> field.refersTo()
                                .forEach(target -> names.computeIfAbsent(target, key -> new LinkedHashSet<>())
                                        .add(name))));
            }
        }
        List<CompletableFuture<Void>> asked = new ArrayList<>();
        names.forEach((target, wanted) -> asked.add(references.learn(target, wanted)));
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new));
    }
}
