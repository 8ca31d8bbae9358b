package io.github.camelvtiger.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentValuesTest {

    private static final ModuleDescription MODULE = new ModuleDescription(
            "Invoice",
            "Invoice",
            7,
            List.of(
                    field("phone", "phone"),
                    field("amount", "currency"),
                    field("flag", "boolean"),
                    field("source", "string")),
            Map.of());

    @Test
    void theServersFormsAreTheSame() {
        assertThat(compare(
                                Map.of("amount", 10, "flag", true, "source", "camel-1", "phone", " 1 "),
                                Map.of("amount", "10.00000000", "flag", "1", "source", "CAMEL-1", "phone", "1"))
                        .agree())
                .isTrue();
    }

    @Test
    void aTextOfDigitsIsNoNumber() {
        assertThat(compare(Map.of("phone", "0123"), Map.of("phone", "123")).different())
                .containsExactly("phone");
    }

    @Test
    void whatTheServerMakesItselfSaysNothing() {
        assertThat(compare(
                                Map.of("id", "7x1", "modifiedtime", "x", "unknown", "y"),
                                Map.of("id", "7x1", "modifiedtime", "z"))
                        .agree())
                .as("nothing was compared")
                .isFalse();
    }

    @Test
    void itemsAreComparedOneByOneWithoutTheirIds() {
        Map<String, Object> stored = Map.of(
                "LineItems", List.of(Map.of("id", "33x1", "productid", "14x5", "quantity", "2.000", "comment", "7")));
        assertThat(compare(items(Map.of("id", "33x9", "productid", "14x5", "quantity", 2)), stored)
                        .agree())
                .isTrue();
        assertThat(compare(items(Map.of("productid", "14x5", "quantity", 3)), stored)
                        .agree())
                .isFalse();
        assertThat(compare(items(Map.of("productid", "14x5", "comment", "07")), stored)
                        .agree())
                .isFalse();
        assertThat(compare(items(Map.of("productid", "14x5"), Map.of("productid", "14x6")), stored)
                        .agree())
                .isFalse();
    }

    @SafeVarargs
    private static Map<String, Object> items(Map<String, Object>... items) {
        return Map.of("LineItems", List.of(items));
    }

    private static SentValues compare(Map<String, Object> sent, Map<String, Object> stored) {
        return SentValues.compare(sent, stored, MODULE);
    }

    private static Field field(String name, String type) {
        return new Field(name, name, type, false, true, List.of(), List.of());
    }
}
