package io.github.camelvtiger.inventory;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What failed writes of orders mean on the release that can't write them, and what an administrator can do about it. */
final class OrderFailures {

    private static final String INVALID_ID = "INVALID_ID_ATTRIBUTE";

    private final VtigerClient client;

    OrderFailures(VtigerClient client) {
        this.client = client;
    }

    <T> CompletableFuture<T> ofCreate(CompletableFuture<T> create, String module) {
        return explained(
                create,
                failure -> INVALID_ID.equals(failure.getServerCode())
                        ? new InvalidRecordException(
                                "Vtiger " + LineItems.FAULTY_RELEASE + " can't create records of " + module
                                        + " through its API: constructFocusObject in"
                                        + " include/Webservices/LineItem/VtigerInventoryOperation.php takes apart an id that a new"
                                        + " record does not have; an administrator has to correct it so that it does so only if"
                                        + " there is an id, or to update the CRM.",
                                context(failure),
                                failure)
                        : failure);
    }

    <T> CompletableFuture<T> ofChangedItems(CompletableFuture<T> change) {
        return explained(
                change,
                failure -> failure instanceof AmbiguousWriteException
                        ? new AmbiguousWriteException(
                                failure.getMessage() + " Vtiger " + LineItems.FAULTY_RELEASE
                                        + " replaces the line items of an order and then fails before it computes the totals: compare"
                                        + " the order's items with its totals, and save it in the CRM's own pages, which are right."
                                        + " An administrator can update the CRM.",
                                context(failure),
                                failure)
                        : failure);
    }

    private <T> CompletableFuture<T> explained(
            CompletableFuture<T> write, Function<VtigerException, VtigerException> explanation) {
        return write.exceptionallyCompose(failed -> Futures.cause(failed) instanceof VtigerException known
                ? client.user()
                        .release()
                        .thenCompose(release -> CompletableFuture.failedFuture(
                                LineItems.FAULTY_RELEASE.equals(release) ? explanation.apply(known) : known))
                : CompletableFuture.failedFuture(failed));
    }

    private static FailureContext context(VtigerException failure) {
        return FailureContext.of(failure.getOperation(), failure.getModule(), failure.getRecordId())
                .withAnswer(failure.getServerCode(), failure.getHttpStatus());
    }
}
