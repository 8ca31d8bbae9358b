package io.github.camelvtiger.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.InvalidRecordException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineItemMergeTest {

    private static final Map<String, Object> BOLTS = stored("33x1", "14x5", "2.000");
    private static final Map<String, Object> NUTS = stored("33x2", "14x6", "3.000");
    private static final Map<String, Object> MORE_BOLTS = stored("33x3", "14x5", "4.000");

    @Test
    void anItemWithAnIdIsMergedAndTheOthersStay() {
        List<Map<String, Object>> whole =
                LineItemMerge.merged(List.of(BOLTS, NUTS), List.of(Map.of("id", "33x2", "quantity", 9)));
        assertThat(whole).extracting(item -> item.get("quantity")).containsExactly("2.000", 9);
        assertThat(whole.get(1)).containsEntry("productid", "14x6").containsEntry("comment", "stored 33x2");
    }

    @Test
    void anItemWithoutAnIdMeetsTheSameProductInOrder() {
        List<Map<String, Object>> whole = LineItemMerge.merged(
                List.of(BOLTS, NUTS, MORE_BOLTS),
                List.of(
                        Map.of("productid", "14x5", "quantity", 7),
                        Map.of("productid", "14x5", "quantity", 8),
                        Map.of("productid", "14x5", "quantity", 9)));
        assertThat(whole).extracting(item -> item.get("quantity")).containsExactly(7, "3.000", 8, 9);
    }

    @Test
    void whatHasAnIdIsNotTakenBySomethingWithoutOne() {
        List<Map<String, Object>> whole = LineItemMerge.merged(
                List.of(BOLTS, MORE_BOLTS),
                List.of(Map.of("productid", "14x5", "quantity", 7), Map.of("id", "33x1", "quantity", 8)));
        assertThat(whole).extracting(item -> item.get("quantity")).containsExactly(8, 7);
    }

    @Test
    void aDeletedItemGoes() {
        assertThat(LineItemMerge.merged(List.of(BOLTS, NUTS), List.of(Map.of("id", "33x1", "deleted", true))))
                .extracting(item -> item.get("productid"))
                .containsExactly("14x6");
        assertThat(LineItemMerge.merged(List.of(BOLTS), List.of(Map.of("id", "33x99", "deleted", true))))
                .hasSize(1);
    }

    @Test
    void theServersMarkOfADeletedProductDeletesNothing() {
        Map<String, Object> productGone = new LinkedHashMap<>(BOLTS);
        productGone.put("deleted", "1");
        productGone.put("productid", "");
        assertThat(LineItemMerge.merged(List.of(productGone, NUTS), List.of(productGone, NUTS)))
                .hasSize(2);
    }

    @Test
    void anOldIdThatIsAnotherItemsNowDoesNotHitIt() {
        List<Map<String, Object>> whole = LineItemMerge.merged(
                List.of(NUTS, BOLTS), List.of(Map.of("id", "33x2", "productid", "14x5", "quantity", 9)));
        assertThat(whole).extracting(item -> item.get("quantity")).containsExactly("3.000", 9);
    }

    @Test
    void theProductOfAnItemCanBeChanged() {
        List<Map<String, Object>> whole =
                LineItemMerge.merged(List.of(BOLTS, NUTS), List.of(Map.of("id", "33x2", "productid", "14x9")));
        assertThat(whole).extracting(item -> item.get("productid")).containsExactly("14x5", "14x9");
    }

    @Test
    void ofTwoDiscountsTheOneThatIsSentCounts() {
        Map<String, Object> discounted = new LinkedHashMap<>(BOLTS);
        discounted.put("discount_percent", "10.000");
        discounted.put("discount_amount", "0.00000000");
        assertThat(LineItemMerge.merged(List.of(discounted), List.of(Map.of("id", "33x1", "discount_amount", 5))))
                .containsExactly(merged(BOLTS, Map.of("discount_amount", 5)));
    }

    @Test
    void anItemThatCanBeNoneIsNamed() {
        assertThatThrownBy(() -> LineItemMerge.merged(List.of(BOLTS), List.of(Map.of("id", "33x9", "quantity", 1))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("The record has no line item 33x9");
        assertThatThrownBy(() -> LineItemMerge.merged(List.of(BOLTS), List.of(Map.of("quantity", 1))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("has no productid");
    }

    @Property
    void nothingIsLostByOmissionAndNothingSentIsLost(@ForAll("orders") Order order) {
        List<Map<String, Object>> whole = LineItemMerge.merged(order.stored(), order.sent());

        long deletions =
                order.sent().stream().filter(LineItemMergeTest::deletes).count();
        long changes = order.sent().stream()
                .filter(item -> item.containsKey("id") && !deletes(item))
                .count();
        long additions = order.sent().size() - deletions - changes;
        assertThat(whole).hasSize(Math.toIntExact(order.stored().size() - deletions + additions));

        Set<Object> touched = new HashSet<>();
        order.sent().forEach(item -> touched.add(item.get("id")));
        assertThat(whole)
                .containsAll(order.stored().stream()
                        .filter(item -> !touched.contains(item.get("id")))
                        .map(item -> merged(item, Map.of()))
                        .toList());
        order.sent().stream().filter(item -> !deletes(item)).forEach(item -> assertThat(whole)
                .anySatisfy(result -> assertThat(result).containsEntry("quantity", item.get("quantity"))));
    }

    @Property
    void whatWasReadAndIsSentBackChangesNothing(@ForAll("orders") Order order) {
        assertThat(LineItemMerge.merged(order.stored(), order.stored()))
                .isEqualTo(order.stored().stream()
                        .map(item -> merged(item, Map.of()))
                        .toList());
    }

    /** Items of three products, some of them changed or deleted by their ids, and new ones of other products. */
    @Provide
    Arbitrary<Order> orders() {
        Arbitrary<Integer> fate = Arbitraries.integers().between(0, 3);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3).list().ofMaxSize(6),
                        fate.list().ofSize(6),
                        Arbitraries.integers().between(0, 3))
                .as(LineItemMergeTest::order);
    }

    private static Order order(List<Integer> products, List<Integer> fates, int additions) {
        List<Map<String, Object>> stored = new ArrayList<>();
        List<Map<String, Object>> sent = new ArrayList<>();
        for (int i = 0; i < products.size(); i++) {
            String id = "33x" + (i + 1);
            stored.add(stored(id, "14x" + products.get(i), i + ".000"));
            switch (fates.get(i)) {
                case 0 -> sent.add(0, Map.of("id", id, "quantity", 100 + i));
                case 1 -> sent.add(Map.of("id", id, "deleted", "true"));
                case 2 -> sent.add(Map.of("id", id, "productid", "14x" + products.get(i), "quantity", 200 + i));
                default -> {
                    // Left out.
                }
            }
        }
        for (int i = 0; i < additions; i++) {
            sent.add(Map.of("productid", "14x" + (50 + i), "quantity", 300 + i));
        }
        return new Order(stored, sent);
    }

    private static boolean deletes(Map<String, Object> item) {
        return item.containsKey("deleted");
    }

    private static Map<String, Object> stored(String id, String product, String quantity) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("parent_id", "7xArray");
        item.put("productid", product);
        item.put("sequence_no", "1");
        item.put("quantity", quantity);
        item.put("comment", "stored " + id);
        item.put("id", id);
        item.put("product_name", "Product " + product);
        item.put("entity_type", "Products");
        item.put("deleted", "0");
        return item;
    }

    private static Map<String, Object> merged(Map<String, Object> stored, Map<String, Object> changes) {
        Map<String, Object> merged = new LinkedHashMap<>();
        for (String kept : List.of("productid", "quantity", "comment")) {
            merged.put(kept, stored.get(kept));
        }
        merged.putAll(changes);
        return merged;
    }

    record Order(List<Map<String, Object>> stored, List<Map<String, Object>> sent) {}
}
