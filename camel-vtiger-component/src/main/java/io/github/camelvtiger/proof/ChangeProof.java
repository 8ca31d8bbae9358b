package io.github.camelvtiger.proof;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.values.SentValues;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Looks whether an interrupted update or revise has reached its record. When the record is what was sent, it has. When it
 * is not, the values alone prove nothing, since the server may have altered them or another client may have written; but
 * a record that has not been modified since before the write began was not written. Where records do not say when they were
 * modified, as Users, they are read before the write instead.
 */
final class ChangeProof {

    /** Date and modifiedtime have whole seconds. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** Of a module that the user does not see. */
    private static final ModuleDescription UNKNOWN = new ModuleDescription("", "", 0, List.of(), Map.of());

    private static final Page NO_STAMP = new Page(List.of(), null);

    private final VtigerClient client;
    private final SaveWatch watch;
    private final RecordId id;
    private final Map<String, ?> sent;
    private final Optional<Map<String, Object>> before;
    private final AmbiguousWriteException interrupted;
    private volatile Stored last;

    /** @param before the record before the write, of a module whose records do not say when they were modified */
    ChangeProof(
            VtigerClient client,
            SaveWatch watch,
            RecordId id,
            Map<String, ?> sent,
            Optional<Map<String, Object>> before,
            AmbiguousWriteException interrupted) {
        this.client = client;
        this.watch = watch;
        this.id = id;
        this.sent = sent;
        this.before = before;
        this.interrupted = interrupted;
    }

    /**
     * @param begun when the write was sent
     * @param since when its answer was given up
     * @return the record with what was sent in it
     */
    CompletableFuture<Map<String, Object>> prove(long begun, long since) {
        return watch.until(
                since, this::look, () -> unseen(begun), failure -> Verdicts.unreadable(interrupted, failure));
    }

    /** A record that is gone meanwhile is said to be so: whether it was written before is not known. */
    private CompletableFuture<Optional<CompletableFuture<Map<String, Object>>>> look() {
        return client.retrieve(id).thenCombine(fields(), Stored::new).handle((stored, failure) -> {
            if (failure == null) {
                last = stored;
                return stored.compared(sent).agree()
                        ? Optional.of(CompletableFuture.completedFuture(stored.record()))
                        : Optional.empty();
            }
            Throwable cause = Futures.cause(failure);
            if (cause instanceof RecordNotFoundException) {
                return Optional.of(CompletableFuture.failedFuture(cause));
            }
            throw new CompletionException(cause);
        });
    }

    private CompletableFuture<ModuleDescription> fields() {
        return client.moduleOf(id).thenCompose(module -> module.map(client::describe)
                .orElseGet(() -> CompletableFuture.completedFuture(UNKNOWN)));
    }

    private record Stored(Map<String, Object> record, ModuleDescription fields) {

        SentValues compared(Map<String, ?> values) {
            return SentValues.compare(values, record, fields);
        }
    }

    private CompletableFuture<Map<String, Object>> unseen(long begun) {
        return before.isPresent() ? unseenSince(before.get()) : unmodifiedSince(begun);
    }

    /** A record that is as it was before was not written, or what was written is gone: to write it again is right either way. */
    private CompletableFuture<Map<String, Object>> unseenSince(Map<String, Object> earlier) {
        Map<String, Object> then = new LinkedHashMap<>(earlier);
        then.keySet().retainAll(sent.keySet());
        return CompletableFuture.failedFuture(
                last.compared(then).agree()
                        ? Verdicts.didNotHappen(
                                interrupted, "the record was still as it was before", watch.longestSave())
                        : Verdicts.unproven(
                                interrupted,
                                whatIsThere(
                                        "the record, whose module keeps no time of modification, has changed since")));
    }

    private CompletableFuture<Map<String, Object>> unmodifiedSince(long begun) {
        return client.moduleOf(id)
                .thenCompose(
                        module -> module.map(this::stamp).orElseGet(() -> CompletableFuture.completedFuture(NO_STAMP)))
                .handle((page, failure) -> {
                    throw new CompletionException(
                            failure == null && isOlder(page, begun)
                                    ? Verdicts.didNotHappen(
                                            interrupted,
                                            "the record was last modified before it was sent, as seen",
                                            watch.longestSave())
                                    : Verdicts.unproven(interrupted, whatIsThere("the record was modified since")));
                });
    }

    private String whatIsThere(String changed) {
        SentValues values = last.compared(sent);
        return values.compared().isEmpty()
                ? "none of the fields that were sent can be read."
                : changed + ", but has other values than were sent in " + String.join(", ", values.different()) + ".";
    }

    private CompletableFuture<Page> stamp(String module) {
        return client.queryPage(
                "select id, modifiedtime from " + module + " where id = " + VtqlLiteral.of(id.toString()) + ";");
    }

    /** The server's time when the write was sent is its present time less what has passed here since. */
    private boolean isOlder(Page page, long begun) {
        if (page.rows().isEmpty() || page.serverTime() == null) {
            return false;
        }
        Instant sentAt = page.serverTime().minusNanos(watch.now() - begun).minus(ROUNDING);
        try {
            return LocalDateTime.parse(String.valueOf(page.rows().get(0).get("modifiedtime")), STAMP)
                    .toInstant(ZoneOffset.UTC)
                    .isBefore(sentAt);
        } catch (DateTimeException none) {
            return false;
        }
    }
}
