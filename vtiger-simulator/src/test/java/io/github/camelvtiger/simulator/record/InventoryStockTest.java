package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stock of 50 widgets, as a real Vtiger 8.2.0 was seen to count it. */
class InventoryStockTest {

    private final FreshCrm crm = new FreshCrm();
    private final Orders orders = new Orders(crm);

    @Test
    void anInvoiceDeductsAndItsDeletionBringsBackWithoutMovingAnyTime() {
        Object time = crm.retrieve(orders.widget).get("modifiedtime");
        crm.clock.advance(Duration.ofMinutes(1));
        String id = orders.created("Invoice", Map.of(), item(orders.widget, "2.5", 1), item(orders.hours, 9, 1));
        assertStock("47.500");
        crm.delete(id);
        assertStock("50.000");
        assertThat(crm.retrieve(orders.widget)).containsEntry("modifiedtime", time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quotes", "SalesOrder", "PurchaseOrder"})
    void othersDoNot(String module) {
        String id = orders.created(module, Map.of(), item(orders.widget, 3, 1));
        assertStock("50.000");
        assertThat(orders.items(id).get(0)).containsEntry("incrementondel", "0");
    }

    @Test
    void replacedItemsComeBackTwice() {
        String id = orders.created("Invoice", Map.of(), item(orders.widget, 3, 1));
        replace(id, 5, Map.of());
        assertStock("48.000");
        crm.update(id, orders.header("Invoice", Map.of("LineItems", List.of(item(orders.widget, 5, 1)))));
        assertStock("53.000");
        crm.revise(id, Map.of("subject", "T"));
        assertStock("53.000");
    }

    @Test
    void aCancelledInvoiceHoldsNothing() {
        String id = orders.created("Invoice", Map.of("invoicestatus", "Cancel"), item(orders.widget, 3, 1));
        assertStock("50.000");
        crm.revise(id, Map.of("invoicestatus", "Sent"));
        assertStock("47.000");
        assertThat(orders.items(id).get(0)).containsEntry("incrementondel", "1");
        crm.revise(id, Map.of("invoicestatus", "Cancel"));
        assertStock("50.000");
        assertThat(orders.items(id).get(0)).containsEntry("incrementondel", "0");
        crm.delete(id);
        assertStock("50.000");
    }

    @Test
    void anInvoiceThatComesBackFromCancelWithItemsIsDeductedTwice() {
        String id = orders.created("Invoice", Map.of("invoicestatus", "Cancel"), item(orders.widget, 3, 1));
        replace(id, 3, Map.of("invoicestatus", "Sent"));
        assertStock("44.000");
        replace(id, 3, Map.of("invoicestatus", "Cancel"));
        assertStock("50.000");
    }

    @Test
    void receivedGoodsComeInTwiceWithItemsAndOnceWithout() {
        String id = orders.created("PurchaseOrder", Map.of("postatus", "Received Shipment"), item(orders.widget, 3, 1));
        assertStock("56.000");
        crm.revise(id, Map.of("postatus", "Cancelled"));
        assertStock("53.000");
        crm.revise(id, Map.of("postatus", "Received Shipment"));
        assertStock("56.000");
        crm.revise(id, Map.of("postatus", "Received Shipment"));
        assertStock("56.000");
        replace(id, 5, Map.of());
        assertStock("60.000");
        replace(id, 1, Map.of("postatus", "Cancelled"));
        assertStock("55.000");
        replace(id, 1, Map.of("postatus", "Received Shipment"));
        assertStock("57.000");
        crm.delete(id);
        assertStock("57.000");
    }

    @Test
    void anOrderThatIsReceivedLaterComesInOnce() {
        String id = orders.created("PurchaseOrder", Map.of(), item(orders.widget, 3, 1));
        crm.revise(id, Map.of("postatus", "Received Shipment"));
        assertStock("53.000");
    }

    private void replace(String id, int quantity, Map<String, ?> more) {
        Map<String, Object> element = new HashMap<>(more);
        element.put("LineItems", List.of(item(orders.widget, quantity, 1)));
        crm.revise(id, element);
    }

    private void assertStock(String quantity) {
        assertThat(orders.stock(orders.widget)).isEqualTo(quantity);
    }
}
