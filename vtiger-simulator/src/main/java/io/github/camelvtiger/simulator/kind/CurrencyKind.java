package io.github.camelvtiger.simulator.kind;

/** Currencies are numbered after the last one that is there. */
final class CurrencyKind implements ModuleKind {

    @Override
    public boolean numberedAfterLast() {
        return true;
    }
}
