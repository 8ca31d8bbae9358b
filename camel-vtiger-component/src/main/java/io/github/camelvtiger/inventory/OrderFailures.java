package io.github.camelvtiger.inventory;

import io.github.camelvtiger.async.Futures;
import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.FailureContext;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.crm.Capability;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What failed writes of orders mean on the release that can't write them, and what an administrator can do about it. */
final class OrderFailures {

    private static final String INVALID_ID = "INVALID_ID_ATTRIBUTE";

    private final VtigerClient client;

    OrderFailures(VtigerClient client) {
        this.client = client;
    }

    /** Fails at once if an earlier write has shown that the server cannot. */
    CompletableFuture<?> requireAble(String operation, String module, String id) {
        return client.capabilities().require(Capability.ORDERS, FailureContext.of(operation, module, id));
    }

    /** @param sent its references show whether the server complains of one of them */
    CompletableFuture<Map<String, Object>> ofCreate(
            CompletableFuture<Map<String, Object>> create, String module, Map<String, Object> sent) {
        return create.thenApply(made -> {
                    client.capabilities().learned(Capability.ORDERS, true);
                    return made;
                })
                .exceptionallyCompose(failed -> Futures.cause(failed) instanceof VtigerException known
                                && INVALID_ID.equals(known.getServerCode())
                        ? client.describe(module).thenCompose(description -> {
                            if (!referencesAreIds(description, sent)) {
                                return CompletableFuture.failedFuture(known);
                            }
                            client.capabilities().learned(Capability.ORDERS, false);
                            return CompletableFuture.failedFuture(new InvalidRecordException(
                                    "This CRM can't create records of " + module
                                            + " through its API, a fault of Vtiger 8.3.0: constructFocusObject in"
                                            + " include/Webservices/LineItem/VtigerInventoryOperation.php takes apart an id that a new"
                                            + " record does not have; an administrator has to correct it so that it does so only if"
                                            + " there is an id, or to update the CRM.",
                                    context(known),
                                    known));
                        })
                        : CompletableFuture.failedFuture(failed));
    }

    private static boolean referencesAreIds(ModuleDescription module, Map<String, Object> sent) {
        boolean ofOrder = module.fields().stream()
                .filter(field ->
                        field.type().equals("reference") || field.type().equals("owner"))
                .map(field -> sent.get(field.name()))
                .allMatch(OrderFailures::isIdOrNothing);
        return ofOrder && OrderItems.of(sent).stream().allMatch(item -> isIdOrNothing(item.get(LineItems.PRODUCT)));
    }

    private static boolean isIdOrNothing(Object value) {
        return value == null || value.toString().isEmpty() || RecordId.isOne(value.toString());
    }

    /** That counts of records fail, too, is what shows the release with this fault; a time-out alone shows nothing. */
    CompletableFuture<Map<String, Object>> ofChangedItems(CompletableFuture<Map<String, Object>> change) {
        return change.thenApply(made -> {
                    client.capabilities().learned(Capability.ORDERS, true);
                    return made;
                })
                .exceptionallyCompose(failed -> Futures.cause(failed) instanceof AmbiguousWriteException interrupted
                        ? client.capabilities()
                                .of(Capability.COUNT)
                                .thenCompose(count -> CompletableFuture.failedFuture(
                                        count.isUnavailable() ? ofFaultyRelease(interrupted) : interrupted))
                        : CompletableFuture.failedFuture(failed));
    }

    private AmbiguousWriteException ofFaultyRelease(AmbiguousWriteException interrupted) {
        if (interrupted.getHttpStatus() == 500 || interrupted.getHttpStatus() == 200) {
            client.capabilities().learned(Capability.ORDERS, false);
        }
        return new AmbiguousWriteException(
                interrupted.getMessage()
                        + " Vtiger 8.3.0 replaces the line items of an order and then fails before it computes the totals: compare"
                        + " the order's items with its totals, and save it in the CRM's own pages, which are right."
                        + " An administrator can update the CRM.",
                context(interrupted),
                interrupted);
    }

    private static FailureContext context(VtigerException failure) {
        return FailureContext.of(failure.getOperation(), failure.getModule(), failure.getRecordId())
                .withAnswer(failure.getServerCode(), failure.getHttpStatus());
    }
}
