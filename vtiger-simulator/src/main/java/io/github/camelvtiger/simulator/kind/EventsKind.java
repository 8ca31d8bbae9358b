package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.Map;
import java.util.function.UnaryOperator;

/** An event lasts from one time to another, reminds, and is private or public by itself. */
final class EventsKind extends ActivityKind {

    @Override
    public boolean readByVisibility() {
        return true;
    }

    @Override
    public Map<String, String> derived(UnaryOperator<String> stored, CrmUser user) {
        return ActivityDuration.ofEvent(stored);
    }

    @Override
    public Map<String, String> computed(
            StoredRow before, Map<String, String> changes, SentElement element, String today) {
        String reminder = EventReminder.saved(before.value("reminder_time"), element.text("reminder_time"));
        return Map.of("reminder_time", reminder);
    }

    @Override
    public ModuleTable queried(ModuleTable own, CrmStore store) {
        return MisfiledEmails.with(
                own, store, type -> !type.equalsIgnoreCase("Emails") && !type.equalsIgnoreCase("Task"));
    }
}
