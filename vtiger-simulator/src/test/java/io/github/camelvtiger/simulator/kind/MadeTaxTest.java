package io.github.camelvtiger.simulator.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.record.FreshCrm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Taxes and currencies that the API made; seen on 8.2.0. */
class MadeTaxTest {

    private final FreshCrm crm = new FreshCrm();

    @Test
    void aTaxIsAFieldOfProductsAndOfItems() {
        tax();

        assertThat(fields("Products")).containsSubsequence("id", "tax3", "tax4", "currency1");
        assertThat(fields("Services")).contains("tax4");
        assertThat(fields("LineItem")).endsWith("margin", "tax4");
        assertThat(crm.create("Products", Map.of("productname", "P", "tax4", "3")))
                .containsEntry("tax4", "3.000");
    }

    @Test
    void anUpdateKeepsTheNameAndEmptiesTheLabel() {
        String tax = tax();

        assertThat(crm.update(tax, Map.of("percentage", "7")))
                .containsEntry("taxname", "tax4")
                .containsEntry("taxlabel", "");
    }

    @Test
    void whatWasSentForItBeforeIsNotKept() {
        String product = crm.created("Products", Map.of("productname", "P", "tax4", "3", "currency2", "5"));
        tax();
        currency();

        assertThat(crm.retrieve(product)).doesNotContainKey("tax4").containsEntry("currency2", 0L);
    }

    @Test
    void aTaxWithAnyOtherMarkThanZeroIsNotFound() {
        String tax = tax();
        crm.revise(tax, Map.of("deleted", "7"));

        assertThat(crm.rows("query", Map.of("query", "select id from Tax where taxname = 'tax4';")))
                .isEmpty();
        assertThat(fields("Products")).doesNotContain("tax4");
    }

    @Test
    void aDeletedTaxIsFoundByItsIdOnly() {
        String tax = tax();
        String product = crm.created("Products", Map.of("productname", "P", "tax4", "3"));
        crm.delete(tax);

        assertThat(crm.retrieve(tax)).containsEntry("taxlabel", "T").containsEntry("deleted", "1");
        assertThat(crm.rows("query", Map.of("query", "select id from Tax;"))).hasSize(3);
        assertThat(fields("Products")).doesNotContain("tax4");
        assertThat(fields("LineItem")).contains("tax4");
        assertThat(crm.retrieve(product)).containsEntry("tax4", "3.000");
        assertThat(crm.revise(product, Map.of("productname", "Q"))).doesNotContainKey("tax4");
    }

    @Test
    void aCurrencyIsAFieldOfProducts() {
        String product = crm.created("Products", Map.of("productname", "P"));
        String currency = currency();

        assertThat(fields("Products")).endsWith("currency1", "currency2");
        assertThat(crm.revise(product, Map.of("currency2", "5.5"))).containsEntry("currency2", 5.5);
        assertThat(crm.revise(product, Map.of("productname", "Q"))).containsEntry("currency2", 0L);
        crm.delete(currency);
        assertThat(crm.retrieve(product)).doesNotContainKey("currency2");
    }

    private String tax() {
        return crm.created("Tax", Map.of("taxlabel", "T", "percentage", "7", "deleted", "0"));
    }

    private String currency() {
        return crm.created(
                "Currency",
                Map.of(
                        "currency_name", "Euro",
                        "currency_code", "EUR",
                        "currency_symbol", "E",
                        "conversion_rate", "2",
                        "currency_status", "Active",
                        "defaultid", "0",
                        "deleted", "0"));
    }

    private List<String> fields(String module) {
        return ((List<?>) crm.call("describe", Map.of("elementType", module)).get("fields"))
                .stream()
                        .map(field -> ((Map<?, ?>) field).get("name").toString())
                        .toList();
    }
}
