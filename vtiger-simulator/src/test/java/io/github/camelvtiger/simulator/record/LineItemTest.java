package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Failures.assertFails;
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

/** Line items by themselves, as a real Vtiger 8.2.0 treats them: most of it goes wrong there. */
class LineItemTest {

    private final FreshCrm crm = new FreshCrm();
    private final Orders orders = new Orders(crm);

    @Test
    void aNewItemChangesNeitherTotalsNorStock() {
        String quote = orders.created("Invoice", Map.of("hdnTaxType", "group"), item(orders.widget, 3, 90));
        Map<String, Object> created = crm.createJson(
                "LineItem",
                "{\"parent_id\":\"%s\",\"productid\":\"%s\",\"quantity\":2,\"tax1\":\"3\",\"sequence_no\":\"7\"}"
                        .formatted(quote, orders.plain));
        assertThat(created)
                .contains(
                        entry("parent_id", quote),
                        entry("listprice", "5.00000000"),
                        entry("sequence_no", "7"),
                        entry("incrementondel", "1"),
                        entry("tax1", "0.000"),
                        entry("id", "33x2"));
        assertThat(created.keySet()).startsWith("parent_id", "productid").endsWith("margin", "id");
        assertThat(crm.retrieve(quote)).containsEntry("hdnGrandTotal", "270.00000000");
        assertThat(orders.items(quote).get(1)).contains(entry("tax1", "3.000"), entry("incrementondel", "0"));
        assertThat(orders.stock(orders.plain)).isEqualTo("50.000");
    }

    @Test
    void itsTaxesShowWhereTheyMayCount() {
        String group =
                orders.created("Quotes", Map.of("hdnTaxType", "group"), taxed(orders.plain), taxed(orders.widget));
        assertThat(crm.retrieve("33x1")).containsEntry("tax1", "0.000");
        assertThat(crm.retrieve("33x2")).containsEntry("tax1", "3.000");
        orders.created("Quotes", Map.of("hdnTaxType", "individual"), taxed(orders.plain));
        assertThat(crm.retrieve("33x3")).containsEntry("tax1", "3.000");
        assertThat(orders.items(group)).allSatisfy(item -> assertThat(item).containsEntry("tax1", "3.000"));
    }

    @Test
    void falseIsZeroAndAnArrayItsOneElement() {
        orders.created(
                "Quotes",
                Map.of("hdnTaxType", "individual"),
                Map.of(
                        "productid",
                        orders.plain,
                        "quantity",
                        1,
                        "listprice",
                        false,
                        "tax1",
                        false,
                        "tax2",
                        List.of("4")));
        orders.created(
                "Quotes",
                Map.of("hdnTaxType", "group"),
                Map.of("productid", orders.plain, "quantity", 1, "tax1", false));

        assertThat(crm.retrieve("33x1"))
                .contains(entry("listprice", "0.00000000"), entry("tax1", "0.000"), entry("tax2", "4.000"));
        assertThat(crm.retrieve("33x2")).containsEntry("tax1", "0.000");
        assertThatThrownBy(() -> orders.created(
                        "Quotes",
                        Map.of("hdnTaxType", "individual"),
                        Map.of("productid", orders.plain, "tax1", List.of())))
                .isInstanceOf(ServerCrash.class);
    }

    @ParameterizedTest
    @CsvSource({"1e30, 1e30", "1.5e-7, 0.00000015", "0.1, 0.1"})
    void aNumberAsACommentIsWrittenAsTheDatabaseDoes(double sent, String stored) {
        orders.created("Quotes", Map.of(), Map.of("productid", orders.plain, "quantity", 1, "comment", sent));

        assertThat(crm.retrieve("33x1")).containsEntry("comment", stored);
    }

    @Test
    void aReviseChangesTheItemOnly() {
        String quote = orders.created("Quotes", Map.of(), item(orders.plain, 3, 10));
        assertThat(crm.revise("33x1", Map.of("quantity", "2.5", "comment", "a &amp;amp; b")))
                .contains(entry("quantity", "2.500"), entry("comment", "a &amp;amp; b"), entry("parent_id", quote));
        assertThat(crm.retrieve(quote)).containsEntry("hdnGrandTotal", "30.00000000");
    }

    @Test
    void anUpdateDeletesTheOtherItemsAndFails() {
        String quote = orders.created("Quotes", Map.of(), item(orders.plain, 1, 1), item(orders.widget, 2, 2));
        Map<String, String> sent = Map.of("parent_id", quote, "productid", orders.plain, "quantity", "9");
        assertFails("RECORD_NOT_FOUND", "Record not found", () -> crm.update("33x1", sent));
        assertThat(orders.items(quote)).singleElement().satisfies(item -> assertThat(item)
                .contains(entry("id", "33x1"), entry("quantity", "9.000"), entry("sequence_no", "0")));
        assertThatThrownBy(() -> crm.update("33x1", sent)).isInstanceOf(ServerCrash.class);
        String other = orders.created("Quotes", Map.of(), item(orders.plain, 1, 1));
        assertFails(
                "UNKOWN_CHILD",
                "given line item is not child of parent",
                () -> crm.update(orders.itemIds(other).get(0).toString(), sent));
    }

    @Test
    void anUpdateOfTheOnlyItemWorksWhereTaxesAreIndividual() {
        String quote = orders.created("Quotes", Map.of("hdnTaxType", "individual"), item(orders.plain, 1, 1));
        assertThat(crm.update("33x1", Map.of("parent_id", quote, "productid", orders.plain, "quantity", "9")))
                .containsEntry("quantity", "9.000");
        assertThat(crm.retrieve(quote)).containsEntry("hdnGrandTotal", "45.00000000");
    }

    @Test
    void aDeleteWritesTheOthersAnewAndFails() {
        String invoice = orders.created("Invoice", Map.of(), item(orders.plain, 1, 1), item(orders.widget, 2, 2));
        assertThatThrownBy(() -> crm.delete("33x1")).isInstanceOf(ServerCrash.class);
        assertThat(orders.items(invoice)).singleElement().satisfies(item -> assertThat(item)
                .contains(entry("id", "33x1"), entry("productid", orders.widget), entry("sequence_no", "1")));
        String individual = orders.created("Quotes", Map.of("hdnTaxType", "individual"), item(orders.plain, 1, 1));
        assertThat(crm.delete("33x2")).containsEntry("status", "successful");
        assertThat(crm.retrieve(individual)).containsEntry("hdnGrandTotal", "0.00000000");
    }

    @Test
    void anItemNeedsAParentThatIsThere() {
        Map<String, String> item = Map.of("productid", orders.plain, "quantity", "1");
        Failures.assertDenied(
                "Permission to perform the operation is denied for id", () -> crm.create("LineItem", item));
        Failures.assertDenied(
                "Permission to perform the operation is denied",
                () -> crm.create(
                        "LineItem", Map.of("parent_id", "7x99999", "productid", orders.plain, "quantity", "1")));
    }

    @Test
    void theTaxesOfAProductCannotBeCreatedAlone() {
        assertFails(
                "RECORD_NOT_FOUND",
                "Record not found",
                () -> crm.create(
                        "ProductTaxes", Map.of("productid", orders.plain, "taxid", "34x3", "taxpercentage", "3")));
        assertThat(crm.retrieve(orders.plain)).doesNotContainKey("tax3");
    }

    @Test
    void aProductLosesTheTaxesThatASaveDoesNotSend() {
        assertThat(crm.retrieve(orders.widget)).contains(entry("tax1", "4.500"), entry("tax2", "10.000"));
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("tax3", null);
        assertThat(crm.revise(orders.widget, nothing))
                .containsEntry("tax3", "12.500")
                .doesNotContainKeys("tax1", "tax2");
    }

    private static Map<String, Object> taxed(String product) {
        return Map.of("productid", product, "quantity", 1, "listprice", 1, "tax1", "3");
    }
}
