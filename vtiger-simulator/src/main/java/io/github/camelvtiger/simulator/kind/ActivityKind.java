package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Tasks and events: one table, whose rows queries return to every user. */
abstract class ActivityKind implements ModuleKind {

    @Override
    public boolean queriedByEveryone() {
        return true;
    }

    @Override
    public Map<String, String> created(UnaryOperator<String> stored, CrmUser user) {
        SentElement nothing = SentElement.of(Map.of());
        return new ActivityDuration(user, LocalDate.EPOCH).of(stored, nothing);
    }

    @Override
    public Map<String, String> computed(
            StoredRow before, Map<String, String> changes, SentElement element, CrmUser user, String today) {
        return new ActivityDuration(user, LocalDate.parse(today)).of(before.with(changes)::value, element);
    }

    /** Every activity has a date: one without has no row of its own. */
    @Override
    public boolean found(StoredRow row) {
        return !row.deleted() && !row.value("date_start").isEmpty();
    }

    @Override
    public void saved(SavedRecord saved) {
        UnaryOperator<String> stored = saved.row()::value;
        ActivityModule.settle(saved.row(), saved.store());
        new ActivityStart(stored, saved.element(), saved.user()).check();
    }
}
