package io.github.camelvtiger.routes.sync.message;

import java.time.Instant;
import java.util.Optional;

/**
 * What a record becomes for an endpoint.
 *
 * @param event {@code created}, {@code updated} or {@code deleted}; {@code exported} by a full export
 * @param module of the record
 * @param id of the record
 * @param modified when the CRM says that it was changed; empty for a deleted one, and where the CRM does not know
 * @param key of the message
 * @param body empty for a deleted record
 */
public record OutgoingMessage(
        String event,
        String module,
        String id,
        Optional<Instant> modified,
        Optional<String> key,
        Optional<String> body) {}
