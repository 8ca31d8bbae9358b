package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Finds the field by which one of two records refers to the other: such a relation is changed by changing the field. */
final class RelationFields {

    private final Descriptions metadata;

    RelationFields(Descriptions metadata) {
        this.metadata = metadata;
    }

    /**
     * @param record that has the field
     * @param other that it refers to
     */
    record Reference(RecordId record, String name, RecordId other) {}

    /** Empty where neither module has such a field, or where that cannot be found out. */
    CompletableFuture<Optional<Reference>> between(RecordId source, RecordId related) {
        return reference(related, source)
                .thenCompose(found ->
                        found.isPresent() ? CompletableFuture.completedFuture(found) : reference(source, related))
                .exceptionally(unknown -> Optional.empty());
    }

    private CompletableFuture<Optional<Reference>> reference(RecordId record, RecordId other) {
        return metadata.moduleOf(record)
                .thenCombine(
                        metadata.moduleOf(other),
                        (module, target) -> module.isEmpty() || target.isEmpty()
                                ? CompletableFuture.completedFuture(Optional.<Reference>empty())
                                : metadata.describe(module.get()).thenApply(known -> field(known, target.get())
                                        .map(name -> new Reference(record, name, other))))
                .thenCompose(found -> found);
    }

    private static Optional<String> field(ModuleDescription module, String target) {
        return module.fields().stream()
                .filter(field -> field.editable() && field.refersTo().contains(target))
                .map(ModuleDescription.Field::name)
                .findFirst();
    }
}
