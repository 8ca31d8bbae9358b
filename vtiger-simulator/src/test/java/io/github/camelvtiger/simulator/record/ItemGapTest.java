package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Items come after the header, a gap later; the time does not move again ({@code change-feed.md §1}). */
class ItemGapTest {

    private Duration gap = Duration.ZERO;
    private final FreshCrm crm = new FreshCrm(() -> gap);
    private final Orders orders = new Orders(crm);

    @Test
    void aReaderInTheGapSeesTheNewHeaderWithoutItems() {
        String id = orders.created("Invoice", Map.of(), item(orders.plain, 1, 3));
        gap = Duration.ofSeconds(10);
        CompletableFuture<Map<String, Object>> save = CompletableFuture.supplyAsync(
                () -> crm.revise(id, Map.of("subject", "new", "LineItems", List.of(item(orders.plain, 2, 5)))),
                task -> new Thread(task).start());
        await().until(() -> crm.clock.sleepers() == 1);
        assertThat(crm.retrieve(id)).contains(entry("subject", "S"), entry("hdnGrandTotal", "3.00000000"));
        crm.clock.advance(Duration.ofSeconds(10));
        await().until(() -> crm.clock.sleepers() == 1);
        Map<String, Object> between = crm.retrieve(id);
        assertThat(between)
                .contains(entry("subject", "new"), entry("hdnGrandTotal", "0.00000000"), entry("LineItems", List.of()));
        crm.clock.advance(Duration.ofSeconds(10));
        save.join();
        assertThat(crm.retrieve(id))
                .contains(entry("hdnGrandTotal", "10.00000000"), entry("modifiedtime", between.get("modifiedtime")));
    }
}
