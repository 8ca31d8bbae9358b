package io.github.camelvtiger.simulator.kind;

import java.util.Set;

/** The description of taxes is older than two of their columns. */
final class TaxKind implements ModuleKind {

    @Override
    public Set<String> onlyQueried() {
        return Set.of("compoundon", "regions");
    }
}
