package io.github.camelvtiger.operation;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.async.Lanes;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.names.LookupFailures;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Finds out for which modules an action can be offered to the user. */
final class ActionModules {

    private final OperationContext context;

    ActionModules(OperationContext context) {
        this.context = context;
    }

    /** Those of the modules that the user may see and the CRM describes. */
    CompletableFuture<List<ModuleDescription>> described(Collection<String> modules) {
        return new Lanes<String, Optional<ModuleDescription>>(
                        modules.iterator(),
                        name -> null,
                        (index, name) -> described(name),
                        found -> false,
                        1,
                        context.executor())
                .run()
                .thenApply(found -> found.stream().flatMap(Optional::stream).toList());
    }

    /** A module whose description fails must not hide the others. */
    private CompletableFuture<Optional<ModuleDescription>> described(String module) {
        return Futures.compose(
                LookupFailures.emptyWhereDenied(context.client().describe(module)),
                (found, failure) -> failure == null
                        ? CompletableFuture.completedFuture(found)
                        : failure instanceof ServerFailureException
                                ? CompletableFuture.completedFuture(Optional.empty())
                                : CompletableFuture.failedFuture(failure));
    }

    /**
     * For each of which the action is listed; an empty one is any module. None if the user may do it for no module, or the
     * server cannot.
     *
     * @param named the modules that the intent is about, or all there are
     * @param meant whether it is about them
     */
    CompletableFuture<List<Optional<ModuleDescription>>> of(
            CrmAction action, List<ModuleDescription> named, boolean meant) {
        return isServed(action)
                .thenCompose(served ->
                        served ? allowed(action, named, meant) : CompletableFuture.completedFuture(List.of()));
    }

    private CompletableFuture<List<Optional<ModuleDescription>>> allowed(
            CrmAction action, List<ModuleDescription> named, boolean meant) {
        if (!ActionRights.areOfAModule(action)) {
            return CompletableFuture.completedFuture(List.of(Optional.empty()));
        }
        List<String> only = ActionRights.onlyModules(action);
        if (only.isEmpty()) {
            return CompletableFuture.completedFuture(each(allowed(action, named), meant));
        }
        return described(only).thenApply(all -> {
            List<ModuleDescription> first =
                    meant ? allowed(action, named).stream().limit(1).toList() : List.of();
            return first.isEmpty() ? each(allowed(action, all), only.size() == 1) : each(first, true);
        });
    }

    private static List<ModuleDescription> allowed(CrmAction action, List<ModuleDescription> modules) {
        return modules.stream()
                .filter(module -> ActionRights.allow(action, module))
                .toList();
    }

    private static List<Optional<ModuleDescription>> each(List<ModuleDescription> allowed, boolean each) {
        return each
                ? allowed.stream().map(Optional::of).toList()
                : allowed.stream()
                        .limit(1)
                        .map(any -> Optional.<ModuleDescription>empty())
                        .toList();
    }

    private CompletableFuture<Boolean> isServed(CrmAction action) {
        return ActionRights.needed(action)
                .map(capability ->
                        context.client().capabilities().of(capability).thenApply(finding -> !finding.isUnavailable()))
                .orElseGet(() -> CompletableFuture.completedFuture(true));
    }
}
