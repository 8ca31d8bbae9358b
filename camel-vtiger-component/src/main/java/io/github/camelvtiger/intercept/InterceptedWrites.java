package io.github.camelvtiger.intercept;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.PlannedWrite.Kind;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.CrmWriter;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** The writes of one element, with what its records are before them. */
public final class InterceptedWrites implements CrmWriter {

    private static final String ID = "id";

    private final Interception interception;
    private final VtigerClient client;
    private final int index;
    private final CrmWriter next;
    private volatile Optional<Stored> known;

    /** @param known the record of a change as far as it was read */
    InterceptedWrites(
            Interception interception, VtigerClient client, int index, CrmWriter next, Optional<Stored> known) {
        this.interception = interception;
        this.client = client;
        this.index = index;
        this.next = next;
        this.known = known;
    }

    /** Reads a record that is about to be changed; it is not read again for the interceptor. */
    public CompletableFuture<Map<String, Object>> retrieve(RecordId id) {
        return interception.retrieved(id).thenApply(stored -> {
            known = Optional.of(stored);
            return stored.record();
        });
    }

    @Override
    public CompletableFuture<Map<String, Object>> create(String module, Map<String, ?> record) {
        return client.user()
                .completed(module, record)
                .thenCompose(whole -> interception.sent(
                        PlannedWrite.create(index, module, whole), () -> next.create(module, whole), answer -> answer));
    }

    @Override
    public CompletableFuture<Map<String, Object>> update(Map<String, ?> record) {
        return change(Kind.UPDATE, record, () -> next.update(record));
    }

    @Override
    public CompletableFuture<Map<String, Object>> revise(Map<String, ?> record) {
        return change(Kind.REVISE, record, () -> next.revise(record));
    }

    private CompletableFuture<Map<String, Object>> change(
            Kind kind, Map<String, ?> record, Supplier<CompletableFuture<Map<String, Object>>> call) {
        RecordId id;
        try {
            id = RecordId.parse(String.valueOf(record.get(ID)));
        } catch (InvalidRecordException malformed) {
            return CompletableFuture.failedFuture(malformed);
        }
        Map<String, Object> fields = new LinkedHashMap<>(record);
        fields.remove(ID);
        return module(id)
                .thenCompose(module -> before(id, fields.keySet())
                        .thenCompose(stored -> interception.sent(
                                new PlannedWrite(
                                        index, kind, module, Optional.of(id), stored.record(), fields, Map.of()),
                                call,
                                Function.identity())))
                .whenComplete((answer, failure) -> interception.records().forget(id));
    }

    /** The record with all fields in it that are sent, as far as the server shows them. */
    private CompletableFuture<Stored> before(RecordId id, Collection<String> fields) {
        return known.map(CompletableFuture::completedFuture)
                .orElseGet(() -> interception.records().take(id))
                .thenCompose(stored ->
                        stored.lacks(fields) ? interception.retrieved(id) : CompletableFuture.completedFuture(stored));
    }

    private CompletableFuture<String> module(RecordId id) {
        return client.moduleOf(id).thenApply(module -> module.orElse(""));
    }

    @Override
    public CompletableFuture<Void> delete(RecordId id) {
        return module(id)
                .thenCompose(module -> interception.records().take(id).thenCompose(stored -> interception
                        .referrers()
                        .take(id)
                        .thenCompose(referrers -> interception.sent(
                                new PlannedWrite(
                                        index,
                                        Kind.DELETE,
                                        module,
                                        Optional.of(id),
                                        stored.record(),
                                        Map.of(),
                                        referrers),
                                () -> next.delete(id),
                                nothing -> Map.of()))))
                .whenComplete((answer, failure) -> {
                    interception.records().forget(id);
                    interception.referrers().forget(id);
                });
    }
}
