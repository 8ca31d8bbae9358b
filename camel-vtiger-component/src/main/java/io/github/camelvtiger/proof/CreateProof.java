package io.github.camelvtiger.proof;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AccessDeniedException;
import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.values.SentValues;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Looks for the record of an interrupted create by its mark, the field {@code source}. A record that is found may be in
 * the middle of its save: it is waited for until it is what was sent, as long as the save may take.
 */
final class CreateProof {

    private final VtigerClient client;
    private final SaveWatch watch;
    private final Sought sought;
    private final AmbiguousWriteException interrupted;
    private volatile Map<String, Object> halfSaved;

    CreateProof(VtigerClient client, SaveWatch watch, Sought sought, AmbiguousWriteException interrupted) {
        this.client = client;
        this.watch = watch;
        this.sought = sought;
        this.interrupted = interrupted;
    }

    /**
     * @param since when the answer was given up
     * @return the record; empty when there surely is none
     */
    CompletableFuture<Optional<Map<String, Object>>> find(long since) {
        return watch.until(since, this::look, this::lastWord, failure -> Verdicts.unreadable(interrupted, failure));
    }

    private String module() {
        return sought.module().name();
    }

    private SentValues compared(Map<String, Object> stored) {
        return SentValues.compare(sought.sent(), stored, sought.module());
    }

    private String condition() {
        return " from " + module() + " where source = " + VtqlLiteral.of(sought.mark());
    }

    private CompletableFuture<Optional<CompletableFuture<Optional<Map<String, Object>>>>> look() {
        halfSaved = null;
        return client.queryPage("select id" + condition() + " order by id limit 2;")
                .thenCompose(page -> {
                    List<Map<String, Object>> rows = page.rows();
                    if (rows.size() > 1) {
                        return CompletableFuture.completedFuture(
                                Optional.of(CompletableFuture.failedFuture(Verdicts.unproven(
                                        interrupted,
                                        "several records of " + module() + " have the source '" + sought.mark()
                                                + "'."))));
                    }
                    return rows.isEmpty()
                            ? CompletableFuture.completedFuture(Optional.empty())
                            : client.retrieve(RecordId.parse(
                                            String.valueOf(rows.get(0).get("id"))))
                                    .thenApply(this::seen);
                });
    }

    private Optional<CompletableFuture<Optional<Map<String, Object>>>> seen(Map<String, Object> stored) {
        if (compared(stored).agree() && sought.isWhole().test(stored)) {
            return Optional.of(CompletableFuture.completedFuture(Optional.of(stored)));
        }
        halfSaved = stored;
        return Optional.empty();
    }

    private CompletableFuture<Optional<Map<String, Object>>> lastWord() {
        Map<String, Object> stored = halfSaved;
        if (stored == null) {
            return surelyNone();
        }
        return sought.markIsOurs()
                // The save is over: the server made something else of what was sent.
                ? CompletableFuture.completedFuture(Optional.of(stored))
                : CompletableFuture.failedFuture(Verdicts.unproven(
                        interrupted,
                        "the record " + stored.get("id") + " has the source '" + sought.mark()
                                + "' but other values in "
                                + String.join(", ", compared(stored).different())
                                + "."));
    }

    /** No row can also mean that the database failed or that the user may not read the record; a count shows which. */
    private CompletableFuture<Optional<Map<String, Object>>> surelyNone() {
        return Futures.compose(client.count("select count(*)" + condition() + ";"), (count, failure) -> {
            if (failure != null) {
                return CompletableFuture.failedFuture(Verdicts.unreadable(interrupted, failure));
            }
            return count == 0
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : CompletableFuture.failedFuture(hidden());
        });
    }

    private AccessDeniedException hidden() {
        return new AccessDeniedException(
                "The record for " + module() + " was created (its source is '" + sought.mark()
                        + "'), but the user has no right to read it; do not create it again.",
                FailureContext.of("create", module(), null));
    }
}
