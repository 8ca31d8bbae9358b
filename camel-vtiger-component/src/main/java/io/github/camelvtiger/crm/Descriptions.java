package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.AsyncCache;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.names.LookupFailures;
import io.github.camelvtiger.names.ModuleTypes;
import io.github.camelvtiger.names.NearestNames;
import io.github.camelvtiger.protocol.Protocol;
import io.github.camelvtiger.protocol.ServerCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** What the server reports of its modules, asked once. */
final class Descriptions {

    /** The least time between two descriptions of a module that are asked for because of what the first lacks. */
    private static final Duration AGAIN = Duration.ofSeconds(10);

    /** Release 8.3.0 hides all modules from users without "view all" or "edit all" ({@code releases.md §2}). */
    private static final String SEES_NOTHING =
            "the user sees no module at all, since the user's profile allows none, or since the CRM is Vtiger 8.3.0,"
                    + " where the profile must have 'View all' for all modules: an administrator can set it";

    private final Protocol protocol;
    private final LongSupplier nanoTime;
    private final Map<String, Long> askedAgain = new ConcurrentHashMap<>();
    private final AsyncCache<String, ModuleDescription> descriptions = new AsyncCache<>(this::askDescription);
    private final AsyncCache<String, ModuleTypes> types = new AsyncCache<>(key -> askTypes());
    private final AsyncCache<Integer, Optional<String>> modulesByPrefix = new AsyncCache<>(this::askModule);
    private final AsyncCache<String, Optional<Integer>> prefixes = new AsyncCache<>(this::askPrefix);

    Descriptions(Protocol protocol, LongSupplier nanoTime) {
        this.protocol = protocol;
        this.nanoTime = nanoTime;
    }

    CompletableFuture<ModuleDescription> describe(String module) {
        return descriptions.get(module);
    }

    /**
     * Asks again, since something was not found in what is known; not more often than once in {@link #AGAIN}, whatever
     * is sent: a batch of a thousand wrong names costs one more request.
     */
    CompletableFuture<ModuleDescription> describeAgain(String module) {
        long now = nanoTime.getAsLong();
        Long asked = askedAgain.get(module);
        if (asked == null || now - asked > AGAIN.toNanos()) {
            askedAgain.put(module, now);
            descriptions.forget(module);
        }
        return describe(module);
    }

    CompletableFuture<ModuleTypes> types() {
        return types.get("");
    }

    /** Asks again: an administrator may have added a module. */
    CompletableFuture<ModuleTypes> typesAgain() {
        types.clear();
        modulesByPrefix.clear();
        prefixes.clear();
        return types();
    }

    /** The module whose ids begin with the number; empty where the user sees none. */
    CompletableFuture<Optional<String>> moduleOf(RecordId id) {
        return modulesByPrefix.get(id.prefix());
    }

    /** The number with which the ids of a module begin; empty if the user may not see the module. */
    CompletableFuture<Optional<Integer>> idPrefix(String module) {
        return prefixes.get(module);
    }

    /** Users are hidden from ordinary users, but each knows his own id ({@code webservice.md §5}). */
    private CompletableFuture<Optional<Integer>> askPrefix(String module) {
        if ("Users".equals(module)) {
            return protocol.loginUser().thenApply(user -> Optional.of(Results.text(user.get("userId")))
                    .filter(RecordId::isOne)
                    .map(id -> RecordId.parse(id).prefix()));
        }
        return types().thenCompose(known -> known.contains(module)
                ? LookupFailures.emptyWhereDenied(describe(module))
                        .thenApply(found -> found.map(ModuleDescription::idPrefix))
                : CompletableFuture.completedFuture(Optional.empty()));
    }

    void forget() {
        prefixes.clear();
        descriptions.clear();
        types.clear();
        modulesByPrefix.clear();
    }

    /** What to say of a module that the server denied, when it is none; empty when it is one. */
    CompletableFuture<Optional<InvalidRecordException>> unknownModule(String module, FailureContext context) {
        return types().thenApply(known -> known.contains(module)
                ? Optional.empty()
                : Optional.of(new InvalidRecordException(
                        "There is no module '" + module + "' that the user may see; "
                                + (known.recordModules().isEmpty()
                                        ? SEES_NOTHING
                                        : ModuleLimits.absent(module)
                                                .orElseGet(() -> suggestion(known.nearest(module))))
                                + ".",
                        context)));
    }

    /** What to say of fields that a module does not have; empty when it has them all. */
    CompletableFuture<Optional<QuerySyntaxException>> unknownField(
            String module, List<String> fields, FailureContext context) {
        return describe(module).thenApply(description -> {
            List<String> names = description.fields().stream()
                    .map(ModuleDescription.Field::name)
                    .toList();
            return fields.stream()
                    .filter(field -> !names.contains(field))
                    .findFirst()
                    .map(field -> new QuerySyntaxException(
                            "There is no field '" + field + "' in " + module + "; "
                                    + suggestion(nearest(field, description)) + ".",
                            context));
        });
    }

    private static List<String> nearest(String field, ModuleDescription description) {
        List<String> byLabel = description.fields().stream()
                .filter(known -> known.label().equalsIgnoreCase(field))
                .map(ModuleDescription.Field::name)
                .toList();
        return byLabel.isEmpty()
                ? NearestNames.of(
                        field,
                        description.fields().stream()
                                .map(ModuleDescription.Field::name)
                                .toList())
                : byLabel;
    }

    private static String suggestion(List<String> nearest) {
        return nearest.isEmpty()
                ? "names are case-sensitive; see listTypes and describe"
                : "did you mean " + String.join(" or ", nearest) + "? (names are case-sensitive)";
    }

    private CompletableFuture<ModuleDescription> askDescription(String module) {
        ServerCall call = ServerCall.get("describe", module, null, Map.of("elementType", module));
        return protocol.call(call).thenApply(answer -> {
            Map<String, Object> raw = Results.object(call, answer);
            try {
                return ModuleDescription.of(raw);
            } catch (IllegalArgumentException somethingElse) {
                throw Results.unexpected(call, raw, "a module with name, idPrefix and fields");
            }
        });
    }

    private CompletableFuture<ModuleTypes> askTypes() {
        ServerCall call = ServerCall.get("listtypes", null, null, Map.of());
        return protocol.call(call).thenApply(answer -> {
            Map<String, Object> result = Results.object(call, answer);
            if (!(result.get("types") instanceof List<?>)) {
                throw Results.unexpected(call, result, "an object with the list types");
            }
            Map<String, Object> information = Results.map(result.get("information"));
            List<String> names = Results.list(result.get("types")).stream()
                    .map(Results::text)
                    .toList();
            Map<String, List<String>> labels = new LinkedHashMap<>();
            names.forEach(name -> {
                Map<String, Object> about = Results.map(information.get(name));
                labels.put(name, List.of(Results.text(about.get("label")), Results.text(about.get("singular"))));
            });
            List<String> recordModules = names.stream()
                    .filter(name ->
                            Results.flag(Results.map(information.get(name)).get("isEntity")))
                    .toList();
            return new ModuleTypes(names, labels, recordModules);
        });
    }

    /** Prefixes differ between installations; only describe reports them ({@code webservice.md §4}). */
    private CompletableFuture<Optional<String>> askModule(int prefix) {
        return types().thenCompose(known -> {
            List<String> likeliestFirst = new ArrayList<>(known.names());
            UsualPrefixes.modules(prefix).stream()
                    .filter(likeliestFirst::remove)
                    .forEach(module -> likeliestFirst.add(0, module));
            return firstWithPrefix(likeliestFirst, 0, prefix);
        });
    }

    private CompletableFuture<Optional<String>> firstWithPrefix(List<String> names, int from, int prefix) {
        if (from == names.size()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        return describe(names.get(from))
                .thenCompose(description -> description.idPrefix() == prefix
                        ? CompletableFuture.completedFuture(Optional.of(description.name()))
                        : firstWithPrefix(names, from + 1, prefix));
    }
}
