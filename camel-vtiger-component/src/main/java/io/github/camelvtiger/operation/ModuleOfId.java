package io.github.camelvtiger.operation;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Refuses ids of other modules than the one that was named, before a record is touched that was not meant. */
final class ModuleOfId {

    private final VtigerClient client;
    private final String operation;

    ModuleOfId(VtigerClient client, String operation) {
        this.client = client;
        this.operation = operation;
    }

    /** @return the id, if no module is named or it is one of that module's */
    CompletableFuture<RecordId> require(RecordId id, Optional<String> module) {
        return module.isEmpty()
                ? CompletableFuture.completedFuture(id)
                : described(id, module.get()).thenApply(description -> id);
    }

    /** The description of the module whose record the id is. */
    CompletableFuture<ModuleDescription> described(RecordId id, String module) {
        return client.describe(module)
                .thenCompose(description -> description.idPrefix() == id.prefix()
                        ? CompletableFuture.completedFuture(description)
                        : client.moduleOf(id)
                                .exceptionally(unknown -> Optional.empty())
                                .thenCompose(other -> CompletableFuture.failedFuture(
                                        foreign(id, other.orElse("another module"), description))));
    }

    private InvalidRecordException foreign(RecordId id, String other, ModuleDescription module) {
        return new InvalidRecordException(
                "The record " + id + " is one of " + other + ", but " + operation + " was called for " + module.name()
                        + ", whose ids begin with " + module.idPrefix()
                        + "x; nothing was sent. Give an id of " + module.name()
                        + ", or name the right module in the URI or the header " + VtigerConstants.MODULE + ".",
                FailureContext.of(operation, module.name(), id.toString()));
    }
}
