package io.github.camelvtiger.metadata;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** Records by label or e-mail. What was found is kept for some time. */
final class References {

    private final NameSource crm;
    private final NameCache cache;

    References(NameSource crm, LongSupplier nanoTime) {
        this.crm = crm;
        this.cache = new NameCache(nanoTime);
    }

    /** Asks for all that is not known, a hundred names at a time. */
    CompletableFuture<Void> learn(String module, Collection<String> names) {
        Set<String> unknown = new LinkedHashSet<>();
        names.stream()
                .filter(name -> cache.get(module, NameText.folded(name)).isEmpty())
                .forEach(unknown::add);
        return unknown.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : LookupFailures.emptyWhereDenied(crm.describe(module)).thenCompose(description -> description
                        .map(LabelQuery::new)
                        .filter(LabelQuery::isPossible)
                        .map(query -> ask(module, query, unknown))
                        .orElseGet(() -> CompletableFuture.completedFuture(null)));
    }

    private CompletableFuture<Void> ask(String module, LabelQuery query, Set<String> names) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        CompletableFuture<Void> asked = CompletableFuture.completedFuture(null);
        for (String vtql : query.queries(names)) {
            asked = asked.thenCompose(nothing -> LookupFailures.emptyWhereDenied(crm.query(vtql)))
                    .thenAccept(rows -> query.found(rows.orElse(List.of()))
                            .forEach((name, ids) -> all.merge(name, ids, References::union)));
        }
        return asked.thenRun(() -> names.forEach(name -> {
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
                            ? "is the name or e-mail of no record of " + String.join(" or ", modules)
                                    + " that the connection's user may see; create it first, or give an id like 11x3"
                            : NameText.ambiguous(ids));
        });
    }
}
