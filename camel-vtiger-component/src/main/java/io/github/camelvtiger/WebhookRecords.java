package io.github.camelvtiger;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.changes.VtqlChangeSource;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.crm.TypedRecords;
import io.github.camelvtiger.crm.VtigerClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Finds out which record a webhook is about, and reads it if that is wanted. */
final class WebhookRecords {

    private final VtigerEndpoint endpoint;

    WebhookRecords(VtigerEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * What the route gets.
     *
     * @param event empty if it is not known
     * @param modified null if it is not known
     */
    record Found(
            RecordId id, String module, Map<String, Object> fields, Optional<VtigerEvent> event, Instant modified) {

        private static Found of(RecordId id, String module, Map<String, Object> fields, Optional<VtigerEvent> event) {
            return new Found(id, module, fields, event, VtqlChangeSource.time(fields.get("modifiedtime")));
        }

        private Found with(UnaryOperator<Map<String, Object>> typing) {
            return new Found(id, module, typing.apply(fields), event, modified);
        }
    }

    /** The future fails with a {@link WebhookRefusal} for what is not a record of the endpoint's module. */
    CompletableFuture<Found> of(WebhookMessage message) {
        String sent = message.id();
        String module = module(message);
        if (!RecordId.isOne(sent)) {
            if (module == null) {
                throw new WebhookRefusal(
                        400, "the id is a number, and neither the message nor the endpoint names the module");
            }
            return prefix(module)
                    .thenCompose(prefix -> record(new RecordId(prefix, Long.parseLong(sent)), module, message));
        }
        RecordId id = RecordId.parse(sent);
        if (module == null) {
            return client().moduleOf(id)
                    .thenCompose(found -> record(
                            id,
                            found.orElseThrow(() -> new WebhookRefusal(400, "the CRM shows no module of the id")),
                            message));
        }
        return prefix(module).thenCompose(prefix -> {
            if (prefix != id.prefix()) {
                throw new WebhookRefusal(400, "the id is not one of the module");
            }
            return record(id, module, message);
        });
    }

    private String module(WebhookMessage message) {
        String own = endpoint.getModule();
        Optional<String> sent = message.module();
        if (own != null && sent.isPresent() && !own.equals(sent.get())) {
            throw new WebhookRefusal(400, "it is about another module than " + own);
        }
        return own == null ? sent.orElse(null) : own;
    }

    private CompletableFuture<Integer> prefix(String module) {
        return client().idPrefix(module)
                .thenApply(prefix -> prefix.orElseThrow(
                        () -> new WebhookRefusal(400, "the CRM shows no module of the name that was sent")));
    }

    private CompletableFuture<Found> record(RecordId id, String module, WebhookMessage message) {
        if (!endpoint.getConfiguration().isFetchRecord()) {
            Map<String, Object> fields = new LinkedHashMap<>(message.record());
            fields.put("id", id.toString());
            return CompletableFuture.completedFuture(Found.of(id, module, fields, message.event()));
        }
        return Futures.compose(client().retrieve(id), (record, failure) -> {
            if (failure instanceof RecordNotFoundException) {
                return typed(Found.of(id, module, Map.of("id", id.toString()), Optional.of(VtigerEvent.DELETED)));
            }
            return failure == null
                    ? typed(Found.of(id, module, record, event(message, record)))
                    : CompletableFuture.failedFuture(failure);
        });
    }

    private CompletableFuture<Found> typed(Found found) {
        return endpoint.getConfiguration().isTypedValues()
                ? new TypedRecords(client()).ofModule(found.module()).thenApply(found::with)
                : CompletableFuture.completedFuture(found);
    }

    /** A record that was not changed since it was created is a new one. */
    private static Optional<VtigerEvent> event(WebhookMessage message, Map<String, Object> record) {
        Object created = record.get("createdtime");
        return message.event().or(() -> Optional.ofNullable(created)
                .map(time -> time.equals(record.get("modifiedtime")) ? VtigerEvent.CREATED : VtigerEvent.UPDATED));
    }

    private VtigerClient client() {
        return endpoint.client();
    }
}
