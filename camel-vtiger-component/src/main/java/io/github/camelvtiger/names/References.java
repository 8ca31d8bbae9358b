package io.github.camelvtiger.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Records by label or e-mail. What was found is kept for some time. */
final class References {

    private final NameSource crm;
    private final NameCache cache;
    private final Map<Key, CompletableFuture<Void>> asked = new ConcurrentHashMap<>();

    private record Key(String module, String folded) {}

    References(NameSource crm, LongSupplier nanoTime) {
        this.crm = crm;
        this.cache = new NameCache(nanoTime);
    }

    /**
     * Asks for all that is not known, a hundred names at a time; what another caller is asking for is waited for. A failed
     * question is a failure of all who wait for it.
     */
    CompletableFuture<Void> learn(String module, Collection<String> names) {
        Set<String> mine = new LinkedHashSet<>();
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        CompletableFuture<Void> answered = new CompletableFuture<>();
        for (String name : names) {
            Key key = new Key(module, NameText.folded(name));
            if (cache.get(module, key.folded()).isEmpty()) {
                CompletableFuture<Void> others = asked.putIfAbsent(key, answered);
                if (others == null) {
                    mine.add(name);
                } else {
                    answers.add(others);
                }
            }
        }
        if (!mine.isEmpty()) {
            answers.add(answered);
            described(module, mine).whenComplete((nothing, failure) -> {
                mine.forEach(name -> asked.remove(new Key(module, NameText.folded(name)), answered));
                if (failure == null) {
                    answered.complete(null);
                } else {
                    answered.completeExceptionally(failure);
                }
            });
        }
        return CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
    }

    private CompletableFuture<Void> described(String module, Set<String> names) {
        return LookupFailures.emptyWhereDenied(crm.describe(module)).thenCompose(description -> description
                .map(LabelQuery::new)
                .filter(LabelQuery::isPossible)
                .map(query -> ask(module, query, names))
                .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    private CompletableFuture<Void> ask(String module, LabelQuery query, Set<String> names) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        CompletableFuture<Void> answered = CompletableFuture.completedFuture(null);
        for (String vtql : query.queries(names)) {
            answered = answered.thenCompose(nothing -> LookupFailures.emptyWhereDenied(crm.query(vtql)))
                    .thenAccept(rows -> query.found(rows.orElse(List.of()))
                            .forEach((name, ids) -> all.merge(name, ids, References::union)));
        }
        return answered.thenRun(() -> names.forEach(name -> {
            String folded = NameText.folded(name);
            cache.put(module, folded, all.getOrDefault(folded, List.of()));
        }));
    }

    private static List<String> union(List<String> some, List<String> others) {
        Set<String> union = new LinkedHashSet<>(some);
        union.addAll(others);
        return List.copyOf(union);
    }

    /** @param modules that the field may refer to: each is tried */
    CompletableFuture<Lookup> find(List<String> modules, String name) {
        CompletableFuture<?>[] asked =
                modules.stream().map(module -> learn(module, List.of(name))).toArray(CompletableFuture[]::new);
        return CompletableFuture.allOf(asked).thenApply(nothing -> {
            List<String> ids = new ArrayList<>();
            modules.forEach(module -> cache.get(module, NameText.folded(name)).ifPresent(ids::addAll));
            if (ids.size() == 1) {
                return Lookup.found(ids.get(0));
            }
            return Lookup.fault(
                    ids.isEmpty()
                            ? "is not the name or e-mail of a record of " + String.join(" or ", modules)
                                    + " that the connection's user may see; create it first, or give an id like 11x3"
                            : NameText.ambiguous(ids));
        });
    }
}
