package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** If saves are atomic, nobody sees a header without its items, however the threads run. */
class WholeSaveTest {

    private static final int SAVES = 60;

    private final FreshCrm crm = new FreshCrm();
    private final Orders orders = new Orders(crm);

    @Test
    void readersSeeInvoicesWithTheirItemsOnly() {
        String first = orders.created("Invoice", Map.of(), item(orders.plain, 1, 3));
        CompletableFuture<Void> saves = CompletableFuture.runAsync(() -> save(first), task -> new Thread(task).start());
        int reads = 0;
        while (!saves.isDone() || reads == 0) {
            assertThat(crm.rows("query", Map.of("query", "select hdnGrandTotal,quantity from Invoice limit 100;")))
                    .allSatisfy(row -> assertThat(row)
                            .containsEntry("hdnGrandTotal", "3.00000000")
                            .containsEntry("quantity", "1.000"));
            assertThat((List<?>) crm.retrieve(first).get("LineItems")).hasSize(1);
            reads++;
        }
        saves.join();
    }

    private void save(String first) {
        for (int i = 0; i < SAVES; i++) {
            orders.created("Invoice", Map.of(), item(orders.plain, 1, 3));
            crm.revise(first, Map.of("LineItems", List.of(item(orders.plain, 1, 3))));
        }
    }
}
