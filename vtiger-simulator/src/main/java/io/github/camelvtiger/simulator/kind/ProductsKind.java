package io.github.camelvtiger.simulator.kind;

import java.util.Map;

/** Products have images besides. */
final class ProductsKind extends PricedKind {

    @Override
    public Map<String, String> clearedOnDelete() {
        return Map.of("Campaigns", "product_id");
    }

    @Override
    public FileRule files() {
        return FileRule.IMAGES;
    }
}
