package io.github.camelvtiger.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrderItemsTest {

    @Test
    void amountsWithoutAValueAreLeftOut() {
        assertThat(OrderItems.sendable(List.of(
                        Map.of("productid", "14x3", "tax1", "4.5", "tax4", "", "discount_amount", " ", "comment", ""))))
                .containsExactly(Map.of("productid", "14x3", "tax1", "4.5", "comment", ""));
    }
}
