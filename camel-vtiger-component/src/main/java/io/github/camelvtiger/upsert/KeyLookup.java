package io.github.camelvtiger.upsert;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.VtigerException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Finds the records that have one of some keys: by {@code IN} over one of the match fields, ordered by it. A page that is
 * not full then has all of them; of a full one only the last key, and those that it has not come to, are in doubt.
 */
final class KeyLookup {

    private final KeySource source;
    private final MatchFields match;

    KeyLookup(KeySource source, MatchFields match) {
        this.source = source;
        this.match = match;
    }

    /**
     * @param keys each with a record that has it
     * @param mayLeaveSome whether keys may stay in doubt, to be asked for together with others later
     */
    CompletableFuture<Found> find(Map<MatchKey, ? extends Map<String, ?>> keys, boolean mayLeaveSome) {
        Found found = new Found();
        return keys.isEmpty()
                ? CompletableFuture.completedFuture(found)
                : all(KeyQuery.of(match, keys), found, mayLeaveSome).thenApply(nothing -> found);
    }

    /** One after the other: a batch takes no more sessions than it was given. */
    private CompletableFuture<Void> all(List<KeyQuery> queries, Found found, boolean mayLeaveSome) {
        CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
        for (KeyQuery query : queries) {
            all = all.thenCompose(nothing -> ask(query, found, mayLeaveSome));
        }
        return all;
    }

    private CompletableFuture<Void> ask(KeyQuery query, Found found, boolean mayLeaveSome) {
        return Futures.compose(source.page(query), (rows, failure) -> {
            if (failure != null) {
                return refused(query, found, failure);
            }
            return rows.size() < KeySource.PAGE
                    ? shortPage(query, rows, found)
                    : fullPage(query, rows, found, mayLeaveSome);
        });
    }

    /** What is wrong with one key, such as a text for a reference, must not be the failure of the others. */
    private CompletableFuture<Void> refused(KeyQuery query, Found found, Throwable cause) {
        boolean aboutOneKey = cause instanceof QuerySyntaxException
                || cause instanceof InvalidRecordException
                || cause instanceof RecordNotFoundException;
        if (aboutOneKey && query.keys().size() > 1) {
            return all(query.halves(), found, false);
        }
        if (!(cause instanceof VtigerException known)) {
            return CompletableFuture.failedFuture(cause);
        }
        query.keys().forEach(key -> found.fail(key, known));
        return CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> shortPage(KeyQuery query, List<Map<String, Object>> rows, Found found) {
        return source.hidesRecords()
                .thenCompose(hides ->
                        hides || rows.isEmpty() ? counted(query, rows, found, hides) : complete(query, rows, found));
    }

    /** An answer without rows is also that of a failing database ({@code webservice.md §7}); a count distinguishes them. */
    private CompletableFuture<Void> counted(
            KeyQuery query, List<Map<String, Object>> rows, Found found, boolean hides) {
        return source.count(query).thenCompose(count -> {
            if (count == 0 || hides && count <= KeySource.PAGE) {
                return complete(query, rows, found);
            }
            return hides
                    ? everyPage(query, found)
                    : source.all(query).thenCompose(all -> complete(query, requireSome(all, count, query), found));
        });
    }

    private static List<Map<String, Object>> requireSome(List<Map<String, Object>> rows, long count, KeyQuery query) {
        if (rows.isEmpty()) {
            throw new ServerFailureException(
                    "The CRM lists no records of the module " + query.match().module() + " with these values of "
                            + query.fieldName() + ", but counts " + count
                            + ": it hides an SQL error, look into its log. Nothing was written.",
                    FailureContext.of("upsert", query.match().module(), null));
        }
        return rows;
    }

    private CompletableFuture<Void> fullPage(
            KeyQuery query, List<Map<String, Object>> rows, Found found, boolean mayLeaveSome) {
        Set<MatchKey> doubtful = query.doubtful(rows);
        if (doubtful.size() == query.keys().size()) {
            return everyPage(query, found);
        }
        List<MatchKey> certain =
                query.keys().stream().filter(key -> !doubtful.contains(key)).toList();
        take(certain, rows, found);
        if (mayLeaveSome) {
            found.leave(doubtful);
            return CompletableFuture.completedFuture(null);
        }
        return ask(query.only(doubtful), found, false);
    }

    private CompletableFuture<Void> everyPage(KeyQuery query, Found found) {
        return source.all(query).thenCompose(rows -> complete(query, rows, found));
    }

    private CompletableFuture<Void> complete(KeyQuery query, List<Map<String, Object>> rows, Found found) {
        if (query.keys().size() == 1) {
            MatchKey key = query.keys().iterator().next();
            rows.stream().filter(row -> query.isOf(key, row)).forEach(row -> found.add(key, row));
            return CompletableFuture.completedFuture(null);
        }
        take(query.keys(), rows, found);
        if (rows.stream().noneMatch(query::isStrange)) {
            return CompletableFuture.completedFuture(null);
        }
        List<MatchKey> missing = query.keys().stream()
                .filter(key -> found.records(key).isEmpty())
                .toList();
        return missing.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : all(query.only(missing).singles(), found, false);
    }

    private void take(Collection<MatchKey> keys, List<Map<String, Object>> rows, Found found) {
        Set<MatchKey> wanted = Set.copyOf(keys);
        for (Map<String, Object> row : rows) {
            match.keyOf(row).filter(wanted::contains).ifPresent(key -> found.add(key, row));
        }
    }
}
