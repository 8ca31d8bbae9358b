package io.github.camelvtiger.simulator.record;

import io.github.camelvtiger.simulator.inventory.InventoryBook;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.Release;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.operation.WebserviceId;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.List;
import java.util.Map;

/**
 * If saves of records with line items fail in a release, although nothing is wrong with what was sent. The CRM's own
 * pages are without these faults ({@code releases.md}).
 */
final class OrderFaults {

    /** Of a save that does not go through the API. */
    static final OrderFaults NONE = new OrderFaults(null);

    private final Metadata metadata;

    private OrderFaults(Metadata metadata) {
        this.metadata = metadata;
    }

    static OrderFaults ofApi(Metadata metadata) {
        return new OrderFaults(metadata);
    }

    /** @throws WebserviceException for an item whose product is not named by an id */
    void itemsSent(List<Object> items) {
        if (metadata == null) {
            return;
        }
        for (Object item : items) {
            if (item instanceof Map<?, ?> fields) {
                Object product = fields.get("productid");
                WebserviceId.check(product == null ? "" : product.toString(), metadata);
            }
        }
    }

    /** @throws WebserviceException before anything is written */
    void creating() {
        if (is(Release.V8_3_0)) {
            throw new WebserviceException("INVALID_ID_ATTRIBUTE", "Id specified is incorrect")
                    .because("release 8.3.0 creates no records with line items through the API");
        }
    }

    /** @throws ServerCrash after the header is written, which stays without items */
    void created(StoredRow header, SentElement element) {
        if (is(Release.V8_0_0) && "individual".equals(element.text("hdnTaxType"))) {
            throw new ServerCrash(
                    "release 8.0.0 fails over individual taxes; " + header.id() + " stays as a header without items");
        }
    }

    /** @throws ServerCrash after the items are replaced, under the totals of before */
    void itemsReplaced(StoredRow header) {
        if (is(Release.V8_3_0)) {
            throw new ServerCrash("release 8.3.0 fails after it has replaced the items of " + header.id()
                    + "; its totals are those of before");
        }
    }

    /** A save that was sent no items and has them deleted all the same. */
    void headerRevised(StoredRow header, InventoryBook book) {
        if (metadata != null && metadata.release().losesItems() && InventoryBook.losesItems(header.module())) {
            book.items().removeAll(header.number());
        }
    }

    private boolean is(Release release) {
        return metadata != null && metadata.release() == release;
    }
}
