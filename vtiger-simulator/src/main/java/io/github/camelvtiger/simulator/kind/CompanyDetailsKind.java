package io.github.camelvtiger.simulator.kind;

/** There is one company, and a create of it changes it; only if it was deleted a create makes it. */
final class CompanyDetailsKind implements ModuleKind {

    @Override
    public boolean single() {
        return true;
    }
}
