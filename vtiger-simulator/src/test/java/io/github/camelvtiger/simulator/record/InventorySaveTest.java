package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inventory records in and out, as recorded of a real Vtiger 8.2.0 ({@code webservice.md §9}). */
class InventorySaveTest {

    @ParameterizedTest
    @CsvSource({"7, 0.000", "1, ''"})
    void anOrderShowsTheTaxesThatItWasMadeWith(String mark, String storedFromThenOn) {
        crm.create("Tax", Map.of("taxlabel", "T", "percentage", "5"));
        String quote = orders.created("Quotes", Map.of("hdnTaxType", "group"), item(orders.plain, 1, 10));
        crm.revise("34x4", Map.of("deleted", mark));
        orders.created("Quotes", Map.of("hdnTaxType", "group"), item(orders.plain, 1, 10));

        assertThat(cast(whole(crm.retrieve(quote)).get("taxes"))).containsOnlyKeys("1", "2", "3", "4");
        assertThat(crm.retrieve("33x2")).containsEntry("tax4", storedFromThenOn);
    }

    private final FreshCrm crm = new FreshCrm();
    private final Orders orders = new Orders(crm);

    @Test
    void aCreateAnswersNumbersAndTheItemsButTheRestAsItWasBeforeThem() {
        Map<String, Object> invoice = orders.create(
                "Invoice",
                Map.of("hdnTaxType", "group"),
                Map.of("productid", orders.widget, "quantity", "2", "listprice", "90.5", "tax1", "4.5", "tax2", "10"),
                item(orders.hours, "3", "7"));
        assertThat(invoice)
                .contains(
                        entry("hdnSubTotal", 202.0),
                        entry("hdnGrandTotal", 231.29),
                        entry("pre_tax_total", 202.0),
                        entry("balance", "0.00000000"),
                        entry("productid", null),
                        entry("new", true));
        assertThat(invoice.keySet())
                .startsWith("id")
                .endsWith("LineItems", "productid", "LineItems_FinalDetails", "new");
        assertThat(whole(invoice)).containsEntry("grandTotal", "0.00");
    }

    @Test
    void aRetrieveAnswersTextsAndTheFirstProduct() {
        String id = orders.created("Invoice", Map.of(), item(orders.plain, "2", "90.5"), item(orders.hours, 1, 1.25));
        Map<String, Object> invoice = crm.retrieve(id);
        assertThat(invoice)
                .contains(
                        entry("hdnGrandTotal", "182.25000000"),
                        entry("balance", "182.25000000"),
                        entry("productid", orders.plain),
                        entry("shipping_&_handling", null))
                .doesNotContainKeys("quantity", "listprice", "tax1", "margin");
        assertThat(orders.items(id).get(0))
                .contains(
                        entry("parent_id", "7xArray"),
                        entry("quantity", "2.000"),
                        entry("listprice", "90.50000000"),
                        entry("product_name", "B &lt;b&gt;"),
                        entry("entity_type", "Products"),
                        entry("deleted", "0"),
                        entry("id", "33x1"));
        assertThat(place(invoice, 2))
                .contains(
                        entry("delRow2", "Del"),
                        entry("qtyInStock2", "NA"),
                        entry("unitPrice2", "7.77"),
                        entry("netPrice2", "1.25"));
        assertThat(whole(invoice)).contains(entry("taxtype", null), entry("grandTotal", "182.25"));
    }

    @Test
    void aTaxOnTheWholeIsANumberWhereItWasRoundedAtAFive() {
        String id = orders.created("PurchaseOrder", Map.of(), item(orders.widget, "1", "21"));
        Map<?, ?> taxes = (Map<?, ?>) whole(crm.retrieve(id)).get("taxes");
        assertThat(taxes.values().stream().map(tax -> ((Map<?, ?>) tax).get("amount")))
                .map(Object.class::cast)
                .containsExactly(0.95, "2.10", 2.63);
    }

    @Test
    void anItemWithoutTaxesGetsThoseOfItsProductWhereTaxesAreIndividual() {
        String id = orders.created("Quotes", Map.of("hdnTaxType", "individual"), item(orders.widget, "2", "10"));
        assertThat(orders.items(id).get(0)).contains(entry("tax1", "4.500"), entry("tax2", "10.000"));
        assertThat(crm.retrieve(id))
                .contains(entry("hdnSubTotal", "22.90000000"), entry("pre_tax_total", "20.00000000"));
        assertThat(place(crm.retrieve(id), 1)).contains(entry("taxTotal1", "2.90"), entry("netPrice1", "22.90"));
    }

    @Test
    void aPriceThatIsNotSentIsTheProductsAndNothingForAService() {
        String id = orders.created(
                "Quotes",
                Map.of(),
                Map.of("productid", orders.widget, "quantity", "1"),
                Map.of("productid", orders.hours, "quantity", "1"),
                Map.of("productid", "14x99999", "quantity", "1"));
        assertThat(orders.items(id).stream().map(item -> item.get("listprice")))
                .map(Object.class::cast)
                .containsExactly("100.00000000", "0.00000000", "0.00000000");
        assertThat(orders.items(id).get(2)).contains(entry("productid", ""), entry("entity_type", null));
    }

    @Test
    void replacedItemsGetTheFirstFreeNumbersAgain() {
        String first = orders.created("Quotes", Map.of(), item(orders.widget, 1, 1), item(orders.plain, 1, 1));
        assertThat(orders.itemIds(first)).containsExactly("33x1", "33x2");
        crm.revise(first, Map.of("LineItems", List.of(item(orders.plain, 3, 2))));
        assertThat(orders.itemIds(first)).containsExactly("33x1");
        assertThat(orders.itemIds(orders.created("Quotes", Map.of(), item(orders.widget, 1, 1))))
                .containsExactly("33x2");
    }

    @Test
    void aSaveWithItemsResetsWhatItIsNotTold() {
        String id = orders.created(
                "Invoice",
                Map.of("hdnTaxType", "group", "txtAdjustment", "5", "conversion_rate", "2", "hdnDiscountPercent", "10"),
                item(orders.plain, 1, 100));
        Map<String, Object> revised = crm.revise(id, Map.of("foo", 1, "LineItems", List.of(item(orders.plain, 1, 50))));
        assertThat(revised)
                .contains(
                        entry("foo", 1),
                        entry("hdnTaxType", ""),
                        entry("txtAdjustment", "0.00000000"),
                        entry("conversion_rate", "1.000"),
                        entry("hdnDiscountPercent", "10.000"),
                        entry("hdnGrandTotal", 45.0),
                        entry("balance", "95.00000000"));
        assertThat(revised.keySet()).startsWith("foo", "id", "conversion_rate");
    }

    @Test
    void aSaveWithoutItemsLeavesThemAloneAndAnswersTheFirstOne() {
        String id = orders.created("Invoice", Map.of(), item(orders.plain, 2, 3), item(orders.widget, 1, 1));
        Map<String, Object> revised = crm.revise(id, Map.of("subject", "T", "LineItems", List.of()));
        assertThat(revised)
                .contains(
                        entry("subject", "T"),
                        entry("productid", orders.plain),
                        entry("quantity", "2.000"),
                        entry("margin", ""));
        assertThat((List<?>) revised.get("LineItems")).hasSize(2);
        assertThat(crm.update(id, orders.header("Invoice", Map.of("subject", "U"))))
                .containsEntry("subject", "U");
        assertThat(orders.items(id)).hasSize(2);
    }

    @Test
    void aTaxTypeBlankedWithoutItemsIsATextAndNothingOtherwise() {
        String id = orders.created("Quotes", Map.of("hdnTaxType", "group"), item(orders.plain, 1, 1));
        crm.revise(id, Map.of("hdnTaxType", ""));
        assertThat(whole(crm.retrieve(id))).containsEntry("taxtype", "");
        crm.revise(id, Map.of("LineItems", List.of(item(orders.plain, 1, 1))));
        assertThat(whole(crm.retrieve(id))).containsEntry("taxtype", null);
    }

    @Test
    void anUpdateAnswersNoItemsAndMovesTheBalance() {
        String id = orders.created("Invoice", Map.of(), item(orders.plain, 2, 3));
        Map<String, Object> updated = crm.update(
                id,
                orders.header("Invoice", Map.of("description", "a", "LineItems", List.of(item(orders.plain, 1, 7)))));
        assertThat(updated).contains(entry("LineItems", List.of()), entry("hdnGrandTotal", 7.0), entry("quantity", ""));
        assertThat(crm.retrieve(id)).contains(entry("balance", "7.00000000"), entry("hdnGrandTotal", "7.00000000"));
    }

    @Test
    void productidIsMandatoryAndThenTheItemsAre() {
        Map<String, Object> header = orders.header("Invoice", Map.of());
        Map<String, Object> withoutProduct = new HashMap<>(header);
        withoutProduct.remove("productid");
        Failures.assertFails(
                "MANDATORY_FIELDS_MISSING",
                "productid does not have a value",
                () -> crm.create("Invoice", withoutProduct));
        Failures.assertFails(
                "MANDATORY_FIELDS_MISSING", "Mandatory Fields Missing..", () -> crm.create("Invoice", header));
        header.put("LineItems", "x");
        assertThat(orders.items(crm.created("Invoice", header))).isEmpty();
    }

    @Test
    void anItemThatCannotBeUsedLeavesTheHeaderBehind() {
        assertThatThrownBy(
                        () -> orders.create("Invoice", Map.of(), item(orders.plain, 1, 1), item(orders.plain, "", 1)))
                .isInstanceOf(ServerCrash.class);
        assertThat(crm.store.table("Invoice").live())
                .singleElement()
                .satisfies(header -> assertThat(orders.items(header.id())).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hdnDiscountAmount", "hdnS_H_Amount"})
    void anEmptyAmountIsAnError(String field) {
        assertThatThrownBy(() -> orders.create("Invoice", Map.of(field, ""), item(orders.plain, 1, 1)))
                .isInstanceOf(ServerCrash.class);
    }

    @Test
    void aDeletedProductStaysInTheItem() {
        String id = orders.created("Invoice", Map.of(), item(orders.plain, 2, 3));
        crm.delete(orders.plain);
        assertThat(orders.items(id).get(0)).contains(entry("productid", ""), entry("deleted", "1"));
        assertThat(place(crm.retrieve(id), 1))
                .contains(entry("productDeleted1", true), entry("productName1", "B &lt;b&gt;"));
    }

    @Test
    void aSalesOrderKeepsTheStatusOfItsInvoicesOnlyWhileItRecurs() {
        String once = orders.created("SalesOrder", Map.of(), item(orders.plain, 1, 1));
        assertThat(crm.retrieve(once)).containsEntry("invoicestatus", "");
        String monthly = orders.created(
                "SalesOrder", Map.of("enable_recurring", "1", "start_period", "2026-12-01"), item(orders.plain, 1, 1));
        assertThat(crm.retrieve(monthly))
                .contains(entry("invoicestatus", "Created"), entry("last_recurring_date", "2026-12-01"));
    }

    @Test
    void aDeletedRecordTakesItsItemsWithIt() {
        String id = orders.created("Quotes", Map.of(), item(orders.plain, 1, 1));
        crm.delete(id);
        assertThat(crm.store.table("LineItem").rows()).isEmpty();
    }

    private static Map<String, Object> whole(Map<String, Object> record) {
        return cast(place(record, 1).get("final_details"));
    }

    private static Map<String, Object> place(Map<String, Object> record, int place) {
        return cast(cast(record.get("LineItems_FinalDetails")).get(Integer.toString(place)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"14x5\"]", "{\"a\":\"14x5\"}"})
    void aProductThatIsAnArrayEndsTheSaveBeforeItBegins(String product) {
        String id = orders.created("Invoice", Map.of(), item(orders.plain, 1, 3));
        String element = "{\"id\":\"" + id + "\",\"subject\":\"new\",\"LineItems\":[{\"productid\":" + product
                + ",\"quantity\":2}]}";
        assertThatThrownBy(() -> crm.call("revise", Map.of("element", element))).isInstanceOf(ServerCrash.class);
        assertThat(crm.retrieve(id)).contains(entry("subject", "S"), entry("hdnGrandTotal", "3.00000000"));
    }

    @Test
    void aQuantityThatIsAnArrayLeavesTheHeaderWithoutItems() {
        String id = orders.created("Invoice", Map.of(), item(orders.plain, 1, 3));
        assertThatThrownBy(() -> crm.revise(
                        id,
                        Map.of(
                                "subject",
                                "new",
                                "LineItems",
                                List.of(Map.of("productid", orders.plain, "quantity", List.of(3))))))
                .isInstanceOf(ServerCrash.class);
        assertThat(crm.retrieve(id))
                .contains(entry("subject", "new"), entry("LineItems", List.of()), entry("hdnGrandTotal", "0.00000000"));
    }
}
