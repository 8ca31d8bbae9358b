package io.github.camelvtiger.upsert;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.DuplicateRecordException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.VtigerRecord;
import io.github.camelvtiger.client.WithheldWriteException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/**
 * The records of one key while rows are written to them, one after the other: each row meets what the one before it left,
 * so that however many rows have the key, there is one create at most.
 */
final class RecordsOfKey {

    private static final int MOST_IDS_NAMED = 10;

    private final UpsertTarget writes;
    private final MatchFields match;
    private final RecordDifference difference;
    private final OnMultiple onMultiple;
    private final List<Map<String, Object>> records;
    private AmbiguousWriteException unknownCreate;

    /** @param found ascending by id; each as the CRM answered it */
    RecordsOfKey(
            UpsertTarget writes,
            MatchFields match,
            RecordDifference difference,
            OnMultiple onMultiple,
            List<Map<String, Object>> found) {
        this.writes = writes;
        this.match = match;
        this.difference = difference;
        this.onMultiple = onMultiple;
        this.records = new ArrayList<>(found);
    }

    /** To be called for one row at a time. May throw or end exceptionally with a {@link VtigerException}. */
    CompletableFuture<BatchItem> write(int index, Map<String, Object> wanted) {
        if (unknownCreate != null) {
            throw new AmbiguousWriteException(
                    "It is not known whether an earlier row with " + match.named(wanted)
                            + " was created, so this one was not sent. Look for the record before you repeat it.",
                    FailureContext.of("upsert", match.module(), null),
                    unknownCreate);
        }
        if (records.isEmpty()) {
            return create(index, wanted);
        }
        if (records.size() > 1 && onMultiple == OnMultiple.FAIL) {
            throw severalFound(wanted);
        }
        List<Integer> targets = new ArrayList<>();
        int last = onMultiple == OnMultiple.ALL ? records.size() : 1;
        for (int target = 0; target < last; target++) {
            targets.add(target);
        }
        return revise(index, wanted, targets, Outcome.UNCHANGED, Set.of());
    }

    private CompletableFuture<BatchItem> create(int index, Map<String, Object> wanted) {
        String key = match.named(wanted);
        if (key.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            // Stored as question marks, it would never be found again (webservice.md §6).
            throw new InvalidRecordException(
                    "There is no record with " + key
                            + ", and none was created: the CRM cannot be relied on to keep its characters beyond U+FFFF, such as emoji.",
                    FailureContext.of("upsert", match.module(), null));
        }
        Map<String, Object> sent = difference.creatable(wanted);
        return writes.create(index, sent).handle((written, failure) -> {
            if (failure != null) {
                throw remembered(failure, sent);
            }
            difference.written(sent, written);
            records.add(known(sent, written.record()));
            return item(index, Outcome.CREATED, written.record(), written.altered());
        });
    }

    /** A create may fail and leave a record all the same, altered or without its owner; the failure then names it. */
    private CompletionException remembered(Throwable failure, Map<String, Object> sent) {
        Throwable cause = Futures.cause(failure);
        if (isDryRun(cause)) {
            records.add(sent);
        } else if (cause instanceof AmbiguousWriteException ambiguous) {
            unknownCreate = ambiguous;
        } else if (cause instanceof VtigerException known && known.getRecordId() != null) {
            records.add(Map.of("id", known.getRecordId()));
        }
        return new CompletionException(cause);
    }

    private CompletableFuture<BatchItem> revise(
            int index, Map<String, Object> wanted, List<Integer> targets, Outcome soFar, Set<String> altered) {
        int target = targets.get(0);
        Map<String, Object> stored = records.get(target);
        Map<String, Object> changes = difference.changes(wanted, stored);
        List<Integer> others = targets.subList(1, targets.size());
        if (changes.isEmpty()) {
            return next(index, wanted, others, soFar, altered);
        }
        return sent(index, changes, stored)
                .whenComplete((written, failure) -> records.set(
                        target,
                        failure == null
                                ? known(changes, written.record())
                                : afterFailure(Futures.cause(failure), changes, stored)))
                .thenCompose(written -> {
                    difference.written(changes, written);
                    Set<String> all = new LinkedHashSet<>(altered);
                    all.addAll(written.altered());
                    return next(index, wanted, others, Outcome.UPDATED, all);
                });
    }

    private CompletableFuture<WriteResult> sent(int index, Map<String, Object> changes, Map<String, Object> stored) {
        if (!stored.containsKey("id")) {
            return writes.reviseUncreated(index, changes, stored);
        }
        changes.put("id", stored.get("id"));
        return writes.revise(index, changes, stored);
    }

    /** Of a record whose write failed after it was sent nothing is known, so that the next row sends all it has. */
    private static Map<String, Object> afterFailure(
            Throwable cause, Map<String, Object> changes, Map<String, Object> stored) {
        if (isDryRun(cause)) {
            Map<String, Object> assumed = new LinkedHashMap<>(stored);
            assumed.putAll(changes);
            return assumed;
        }
        return cause instanceof WithheldWriteException ? stored : Map.of("id", stored.get("id"));
    }

    private static boolean isDryRun(Throwable failure) {
        return failure instanceof WithheldWriteException withheld && withheld.isDryRun();
    }

    private CompletableFuture<BatchItem> next(
            int index, Map<String, Object> wanted, List<Integer> targets, Outcome soFar, Set<String> altered) {
        return targets.isEmpty()
                ? CompletableFuture.completedFuture(item(index, soFar, records.get(0), altered))
                : revise(index, wanted, targets, soFar, altered);
    }

    /** The answer to a write decodes text that looks like an entity once too often ({@code change-feed.md §5}). */
    private static Map<String, Object> known(Map<String, Object> sent, Map<String, Object> answer) {
        Map<String, Object> known = new LinkedHashMap<>(answer);
        sent.forEach((name, value) -> {
            if (value instanceof CharSequence text && text.toString().contains("&")) {
                known.put(name, value);
            }
        });
        return known;
    }

    private DuplicateRecordException severalFound(Map<String, Object> wanted) {
        String ids = records.stream()
                .limit(MOST_IDS_NAMED)
                .map(record -> String.valueOf(record.get("id")))
                .collect(Collectors.joining(", "));
        return new DuplicateRecordException(
                records.size() + " records of " + match.module() + " have " + match.named(wanted) + ": " + ids
                        + (records.size() > MOST_IDS_NAMED ? ", ..." : "")
                        + "; merge them in the CRM, or set onMultiple to first or all.",
                FailureContext.of("upsert", match.module(), null));
    }

    private static BatchItem item(int index, Outcome outcome, Map<String, Object> record, Collection<String> altered) {
        return new BatchItem(
                index,
                Objects.toString(record.get("id"), null),
                outcome,
                new VtigerRecord(new LinkedHashMap<>(record)),
                null,
                List.copyOf(altered));
    }
}
