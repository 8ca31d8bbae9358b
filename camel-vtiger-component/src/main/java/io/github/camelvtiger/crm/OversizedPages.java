package io.github.camelvtiger.crm;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.http.NoAnswerException;
import io.github.camelvtiger.vtql.Condition;
import io.github.camelvtiger.vtql.VtqlLiteral;
import io.github.camelvtiger.vtql.VtqlStatement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A page whose answer is larger than may be collected in memory is asked for again in two halves, and each of those
 * likewise, down to a single record, which is then named. The second half begins behind the last record of the first,
 * so that what is changed in between is neither skipped nor repeated; only in an order that does not end with the id it
 * goes by offset.
 */
final class OversizedPages {

    private static final Logger LOG = LoggerFactory.getLogger(OversizedPages.class);

    private static final String ID = "id";

    private final Function<VtqlStatement, CompletableFuture<Page>> source;

    /** @param source sends one query */
    OversizedPages(Function<VtqlStatement, CompletableFuture<Page>> source) {
        this.source = source;
    }

    /** The page of a query that failed, in parts if that was because of its size. */
    CompletableFuture<Page> inParts(VtqlStatement query, Throwable failure) {
        Throwable cause = Futures.cause(failure);
        if (query.counts() || !isTooLarge(cause)) {
            return CompletableFuture.failedFuture(cause);
        }
        int limit = query.limit() < 0 ? QueryPages.PAGE : Math.min(QueryPages.PAGE, query.limit());
        if (limit <= 1) {
            return named(query, (VtigerException) cause);
        }
        int half = limit / 2;
        LOG.debug("query {}: the page of {} records is too large, asked for again in halves", query.module(), limit);
        return part(query.page(query.skip(), half)).thenCompose(first -> part(rest(query, first, half, limit - half))
                .thenApply(second -> new Page(
                        Stream.concat(first.rows().stream(), second.rows().stream())
                                .toList(),
                        second.serverTime())));
    }

    private CompletableFuture<Page> part(VtqlStatement query) {
        return source.apply(query).exceptionallyCompose(failure -> inParts(query, failure));
    }

    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof VtigerException
                && failure.getCause() instanceof NoAnswerException noAnswer
                && noAnswer.reason() == NoAnswerException.Reason.TOO_LARGE;
    }

    private static VtqlStatement rest(VtqlStatement query, Page first, int asked, int limit) {
        Condition behind = first.rows().isEmpty()
                ? Condition.NONE
                : behind(query, first.rows().get(first.rows().size() - 1));
        return behind.alternatives().isEmpty()
                ? query.page(query.skip() + asked, limit)
                : query.and(behind).page(0, limit);
    }

    /** @return {@link Condition#NONE} if the order does not say */
    private static Condition behind(VtqlStatement query, Map<String, Object> last) {
        List<String> order = query.order();
        if (order.isEmpty() || !order.get(order.size() - 1).equals(ID) || order.size() > 2 || last.get(ID) == null) {
            return Condition.NONE;
        }
        String id = VtqlLiteral.of(last.get(ID));
        if (order.size() == 1) {
            return Condition.all(ID + (query.descending() ? " < " : " > ") + id);
        }
        Object value = last.get(order.get(0));
        if (value == null || value.toString().isEmpty()) {
            return Condition.NONE;
        }
        String literal = VtqlLiteral.of(value);
        return Condition.all(order.get(0) + " > " + literal)
                .or(Condition.all(order.get(0) + " = " + literal, ID + (query.descending() ? " < " : " > ") + id));
    }

    /** Fails with a sentence that names the record, where its id alone can be had. */
    private CompletableFuture<Page> named(VtqlStatement query, VtigerException tooLarge) {
        return source.apply(query.withColumns(List.of(ID)).page(query.skip(), 1))
                .handle((page, unknown) -> unknown != null || page.rows().isEmpty()
                        ? tooLarge
                        : tooLarge(query.module(), page.rows().get(0), tooLarge))
                .thenCompose(CompletableFuture::failedFuture);
    }

    private static VtigerException tooLarge(String module, Map<String, Object> row, VtigerException cause) {
        String id = Results.text(row.get(ID));
        return new ServerFailureException(
                "The record " + id + " of " + module + " cannot be read by a query: "
                        + cause.getCause().getMessage() + ".",
                FailureContext.of("query", module, id),
                cause);
    }
}
