package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long tasks and events last, and e-mails that lie among them; seen on 8.2.0. */
class ActivityTimesTest {

    private final FreshCrm crm = new FreshCrm();

    @ParameterizedTest
    @CsvSource({
        "10:00:00,'',14,0",
        "10:00:00,12:00,2,0",
        "3:15 PM,'',8,45",
        "24:00,'',0,0",
        "-1:00,'',23,0",
        "10:00:00,abc,-491098,0",
        "10:00:00,9:59:30,0,0"
    })
    void aTaskLastsUntilItsEndOrTheEndOfTheDay(String start, String end, String hours, String minutes) {
        Map<String, Object> task = activity("Task", start, end);
        task.put("taskstatus", "Planned");

        assertThat(crm.create("Calendar", task))
                .containsEntry("duration_hours", hours)
                .containsEntry("duration_minutes", minutes);
    }

    @ParameterizedTest
    @CsvSource({"10:00:00,11:30:00,1,30", "10:00:00,9:05,0,-55", "9:05 PM,noon,-9,-5", "10:00:00,10:61,-491098,0"})
    void anEventLastsFromTimeToTime(String start, String end, String hours, String minutes) {
        Map<String, Object> event = activity("Call", start, end);
        event.putAll(Map.of("eventstatus", "Planned", "duration_hours", "1"));

        assertThat(crm.create("Events", event))
                .containsEntry("duration_hours", hours)
                .containsEntry("duration_minutes", minutes);
    }

    @Test
    void aDayThatTheCalendarLacksIsCountedOn() {
        String task = crm.created("Calendar", task());

        assertThat(crm.revise(task, Map.of("due_date", "2026-02-30")))
                .containsEntry("due_date", "0000-00-00")
                .containsEntry("duration_hours", "1250");
    }

    @Test
    void whatIsNotADateIsTheBeginningOf1970() {
        String task = crm.created("Calendar", task());

        assertThat(crm.revise(task, Map.of("due_date", "20260109"))).containsEntry("duration_hours", "-491098");
    }

    @Test
    void withoutAnEndTheDayOfTheUserCounts() {
        crm.as("tzuser");
        Map<String, Object> task = task();
        task.putAll(Map.of("time_end", "", "assigned_user_id", "19x5"));

        assertThat(crm.create("Calendar", task))
                .containsEntry("duration_hours", "8")
                .containsEntry("duration_minutes", "30");
    }

    @Test
    void withAStartThatCannotBeReadTheDurationStaysAsItWasSent() {
        Map<String, Object> task = task();
        task.putAll(Map.of("time_start", "25:00", "duration_hours", "7"));

        Failures.assertFails(
                "INTERNAL_SERVER_ERROR", "Unknown Error while processing request", () -> crm.create("Calendar", task));
        assertThat(crm.rows("query", Map.of("query", "select duration_hours from Calendar;")))
                .first()
                .extracting(row -> row.get("duration_hours"))
                .isEqualTo("7");
    }

    @Test
    void aNullDoesNotReplaceTheDuration() {
        Map<String, Object> task = task();
        task.put("duration_hours", null);

        assertThat(crm.create("Calendar", task)).containsEntry("duration_hours", "2");
    }

    @Test
    void theNotificationOfATaskCannotBeTakenBack() {
        Map<String, Object> task = task();
        task.put("sendnotification", "1");
        String id = crm.created("Calendar", task);

        assertThat(crm.revise(id, Map.of("sendnotification", "0"))).containsEntry("sendnotification", "1");
        assertThat(crm.revise(id, Map.of("sendnotification", ""))).containsEntry("sendnotification", "1");
    }

    private static Map<String, Object> task() {
        Map<String, Object> task = activity("Task", "10:00", "12:00");
        task.put("taskstatus", "Planned");
        return task;
    }

    @Test
    void anEmailWithoutItsTypeIsFoundAmongTheEvents() {
        String plain = number(email(""));
        String call = number(email("Call"));
        String task = number(email("Task"));
        String email = number(email("Emails"));

        assertThat(ids("Events")).containsExactly("18x" + plain, "18x" + call);
        assertThat(ids("Calendar")).containsExactly("9x" + task);
        assertThat(ids("Emails")).containsExactly("16x" + email);
        assertThat(crm.rows("query", Map.of("query", "select count(*) from Events;")))
                .containsExactly(Map.of("count", "2"));
        Failures.assertFails("INVALID_ID_ATTRIBUTE", "Id specified is incorrect", () -> crm.retrieve("18x" + plain));
        assertThat(crm.retrieve("16x" + plain)).containsEntry("subject", "S");
    }

    private List<Object> ids(String module) {
        return crm.rows("query", Map.of("query", "select id from " + module + ";")).stream()
                .map(row -> row.get("id"))
                .toList();
    }

    private String email(String type) {
        return crm.created(
                "Emails",
                Map.of(
                        "subject", "S",
                        "date_start", "2026-01-10",
                        "saved_toid", "a@example.com",
                        "from_email", "b@example.com",
                        "activitytype", type));
    }

    private static Map<String, Object> activity(String type, String start, String end) {
        return new LinkedHashMap<>(Map.of(
                "subject",
                "S",
                "activitytype",
                type,
                "date_start",
                "2026-01-09",
                "due_date",
                "2026-01-09",
                "time_start",
                start,
                "time_end",
                end));
    }

    private static String number(String id) {
        return id.substring(id.indexOf('x') + 1);
    }
}
