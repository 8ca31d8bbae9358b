package io.github.camelvtiger.simulator.kind;

/** Tasks and events: one table, whose rows queries return to every user. */
abstract class ActivityKind implements ModuleKind {

    @Override
    public boolean queriedByEveryone() {
        return true;
    }

    @Override
    public void saved(SavedRecord saved) {
        ActivityStart.read(saved.row());
        ActivityModule.settle(saved.row(), saved.store());
    }
}
