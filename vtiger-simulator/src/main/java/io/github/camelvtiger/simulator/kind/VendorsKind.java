package io.github.camelvtiger.simulator.kind;

import java.util.Map;

/** Purchase orders are deleted with their vendor. */
final class VendorsKind implements ModuleKind {

    @Override
    public Map<String, String> deletedTogether() {
        return Map.of("PurchaseOrder", "vendor_id");
    }

    @Override
    public Map<String, String> clearedOnDelete() {
        return Map.of("Products", "vendor_id");
    }
}
