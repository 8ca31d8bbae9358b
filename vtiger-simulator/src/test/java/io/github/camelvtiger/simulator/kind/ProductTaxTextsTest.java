package io.github.camelvtiger.simulator.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.record.FreshCrm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Seen on 8.2.0. */
class ProductTaxTextsTest {

    private final FreshCrm crm = new FreshCrm();

    @Test
    void falseAndNullAskForThePercentageOfTheTax() {
        Map<String, Object> product = new HashMap<>(Map.of("productname", "P", "tax2", false, "tax3", true));
        product.put("tax1", null);

        assertThat(crm.create("Products", product))
                .containsEntry("tax1", "4.500")
                .containsEntry("tax2", "10.000")
                .containsEntry("tax3", "1.000");
    }

    @Test
    void falseDoesSoInAReviseToo() {
        String id = crm.created("Services", Map.of("servicename", "S"));

        assertThat(crm.revise(id, Map.of("tax1", false))).containsEntry("tax1", "4.500");
    }

    @Test
    void theOneValueOfAListCounts() {
        assertThat(crm.create("Products", Map.of("productname", "P", "tax1", List.of("3"), "tax2", Map.of("a", 5))))
                .containsEntry("tax1", "3.000")
                .containsEntry("tax2", "5.000");
    }

    @Test
    void anEmptyListCrashesTheServerWhenTheRecordIsSaved() {
        assertThatThrownBy(() -> crm.create("Products", Map.of("productname", "P", "tax1", List.of())))
                .isInstanceOf(ServerCrash.class);
        assertThat(crm.rows("query", Map.of("query", "select productname from Products;")))
                .hasSize(1);
    }

    @Test
    void onlyANumberKeepsThePriceInTheFirstCurrency() {
        String id = crm.created("Products", Map.of("productname", "P", "unit_price", "7"));

        assertThat(crm.revise(id, Map.of("currency1", "7"))).containsEntry("currency1", 7L);
        assertThat(crm.revise(id, Map.of("currency1", "7abc"))).containsEntry("currency1", 0L);
        assertThat(crm.revise(id, Map.of("currency1", ""))).containsEntry("currency1", 0L);
    }
}
