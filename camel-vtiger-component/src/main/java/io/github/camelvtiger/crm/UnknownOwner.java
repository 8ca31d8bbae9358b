package io.github.camelvtiger.crm;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.Page;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.values.SentValues;
import io.github.camelvtiger.vtql.VtqlLiteral;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * A create whose owner does not exist: the server answers a page of HTML instead of a result, but has stored the record,
 * which has no owner and which most users never see ({@code webservice.md §5}). Other modules answer a success.
 */
public final class UnknownOwner {

    private static final String FIELD = "assigned_user_id";

    /** What the server prints then; it is in the failure's message. */
    private static final String PRINTED = "Attempt to access restricted file";

    private final Function<String, CompletableFuture<Page>> query;
    private final Function<String, CompletableFuture<ModuleDescription>> describe;

    UnknownOwner(
            Function<String, CompletableFuture<Page>> query,
            Function<String, CompletableFuture<ModuleDescription>> describe) {
        this.query = query;
        this.describe = describe;
    }

    /** Whether the record has no owner: the server then gives a number without a prefix. */
    public static boolean of(Map<String, ?> stored) {
        String owner = Results.text(stored.get(FIELD));
        return !owner.isEmpty() && !owner.contains("x");
    }

    /** @param sentOwner as it was sent */
    public static InvalidRecordException fault(String module, Object sentOwner, Map<String, ?> stored) {
        String id = Results.text(stored.get("id"));
        return new InvalidRecordException(
                "There is no user or group " + sentOwner + " (" + FIELD + "), but the server has stored the record for "
                        + module + " all the same: it is " + id
                        + " and has no owner; give it one with revise, or delete it.",
                FailureContext.of("create", module, id));
    }

    /** The failure of a create; where it was the unknown owner and the record is found, what to say of it. */
    CompletableFuture<VtigerException> explained(VtigerException failure, String module, Map<String, ?> sent) {
        Object owner = sent.get(FIELD);
        if (!(failure instanceof AmbiguousWriteException)
                || !failure.getMessage().contains(PRINTED)
                || owner == null) {
            return CompletableFuture.completedFuture(failure);
        }
        return query.apply("select * from " + module + " where " + FIELD + " = " + VtqlLiteral.of(owner)
                        + " order by id desc limit 100;")
                .thenCombine(describe.apply(module), (page, fields) -> stored(page.rows(), sent, fields))
                .handle((found, unreadable) ->
                        unreadable == null && found.isPresent() ? fault(module, owner, found.get()) : failure);
    }

    /** The newest record of that owner that is what was sent. */
    private static Optional<Map<String, Object>> stored(
            List<Map<String, Object>> newestFirst, Map<String, ?> sent, ModuleDescription fields) {
        return newestFirst.stream()
                .filter(UnknownOwner::of)
                .filter(row -> {
                    List<String> different =
                            SentValues.compare(sent, row, fields).different();
                    return different.isEmpty() || different.equals(List.of(FIELD));
                })
                .findFirst();
    }
}
