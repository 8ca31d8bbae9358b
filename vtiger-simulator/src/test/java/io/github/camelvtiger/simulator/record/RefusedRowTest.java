package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.RefusedStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records whose row the database refuses, for a NULL if none may be; seen on 8.2.0. */
class RefusedRowTest {

    private static final Map<String, Object> QUESTION =
            Map.of("faqcategories", true, "faqstatus", "Draft", "question", "Q", "faq_answer", "A");

    private final FreshCrm crm = new FreshCrm();

    @Test
    void theRecordIsThereWithoutItsFields() {
        assertThat(crm.create("Faq", QUESTION))
                .containsEntry("faq_no", "")
                .containsEntry("question", "")
                .containsEntry("faqstatus", "")
                .containsEntry("modifiedby", "19x1")
                .containsEntry("label", "Q");
    }

    @Test
    void queriesDoNotFindIt() {
        String id = crm.created("Faq", QUESTION);

        assertThat(crm.rows("query", Map.of("query", "select * from Faq;"))).isEmpty();
        assertThat(crm.retrieve(id)).containsEntry("source", "WEBSERVICE");
    }

    @Test
    void theNextSaveMakesTheRow() {
        String id = crm.created("Faq", QUESTION);

        assertThat(crm.revise(id, Map.of("question", "Q2")))
                .containsEntry("faq_no", "FAQ2")
                .containsEntry("question", "Q2")
                .containsEntry("faqstatus", "");
        assertThat(crm.rows("query", Map.of("query", "select id from Faq;"))).containsExactly(Map.of("id", id));
    }

    @Test
    void aTaskWithoutVisibilityLosesItsRow() {
        assertThat(crm.create("Calendar", activity("Task")))
                .containsEntry("subject", "")
                .containsEntry("sendnotification", "")
                .containsEntry("label", "S");
    }

    @Test
    void anEventWithoutVisibilityEndsTheScript() {
        assertThatThrownBy(() -> crm.create("Events", activity("Call")))
                .isInstanceOfSatisfying(
                        RefusedStatement.class, end -> assertThat(end.body()).startsWith("<pre>array (\n  0 => \n"));
        assertThat(crm.rows("query", Map.of("query", "select id from Events;"))).isEqualTo(List.of());
    }

    private static Map<String, Object> activity(String type) {
        Map<String, Object> activity = new HashMap<>(Map.of(
                "subject", "S",
                "activitytype", type,
                "date_start", "2026-01-09",
                "time_start", "10:00",
                "due_date", "2026-01-09",
                "time_end", "11:00",
                "taskstatus", "Planned",
                "eventstatus", "Planned",
                "duration_hours", "1"));
        activity.put("visibility", null);
        return activity;
    }
}
