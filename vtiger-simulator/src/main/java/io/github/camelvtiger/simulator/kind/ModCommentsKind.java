package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.CrmUser;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A comment belongs to another record, whose time a new one moves. */
final class ModCommentsKind implements ModuleKind {

    @Override
    public Map<String, String> created(UnaryOperator<String> stored, CrmUser user) {
        return Map.of("creator", user.id());
    }

    @Override
    public FileRule files() {
        return FileRule.COMMENT;
    }

    @Override
    public void saved(SavedRecord saved) {
        CommentedRecord.saved(saved);
    }
}
