package io.github.camelvtiger.simulator.kind;

/** Tickets are only read by ordinary users. They take every file, and have workflows that want their owner. */
final class HelpDeskKind implements ModuleKind {

    @Override
    public boolean createdByOthers() {
        return false;
    }

    @Override
    public boolean changedByOthers() {
        return false;
    }

    @Override
    public boolean descriptionReencoded() {
        return true;
    }

    @Override
    public FileRule files() {
        return FileRule.EVERY_PART;
    }

    @Override
    public void saved(SavedRecord saved) {
        WorkflowOwner.read(saved.row());
    }
}
