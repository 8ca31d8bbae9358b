package io.github.camelvtiger.simulator.kind;

/** A document is about one file. */
final class DocumentsKind implements ModuleKind {

    @Override
    public FileRule files() {
        return FileRule.DOCUMENT;
    }

    @Override
    public boolean firstFileOnly() {
        return true;
    }
}
