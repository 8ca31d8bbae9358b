package io.github.camelvtiger.simulator.kind;

/** A document is about one file. */
final class DocumentsKind implements ModuleKind {

    /** The name is read under the name of its column, under which the record does not have it. */
    @Override
    public boolean labelledWhenBlank() {
        return false;
    }

    @Override
    public FileRule files() {
        return FileRule.DOCUMENT;
    }

    @Override
    public boolean firstFileOnly() {
        return true;
    }
}
