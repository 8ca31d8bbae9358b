package io.github.camelvtiger.values;

import java.util.Map;

/** What a record needs that people leave out, and the forms in which the server takes back what it gave. */
public final class RecordCompletion {

    private RecordCompletion() {}

    /** @return the record itself if nothing is to be done */
    public static Map<String, Object> of(WriteKind kind, String module, Map<String, Object> record) {
        Map<String, Object> typed = ActivityTypes.completed(kind, module, record);
        Map<String, Object> timed = ActivityTimes.completed(kind, module, typed);
        Map<String, Object> addressed = EmailAddresses.plain(module, timed);
        return RecurringStatus.completed(kind, module, addressed);
    }
}
