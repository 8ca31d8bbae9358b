package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivityModuleTest {

    private final FreshCrm crm = new FreshCrm();

    @ParameterizedTest
    @CsvSource({"Meeting", "task", "''"})
    void aTaskOfAnotherTypeIsAnEvent(String type) {
        Map<String, Object> created = crm.create("Calendar", activity(type));
        String number = created.get("id").toString().substring(2);

        assertThat(created).containsEntry("id", "9x" + number).containsEntry("taskstatus", "Planned");
        assertThatThrownBy(() -> crm.retrieve("9x" + number)).hasMessage("Id specified is incorrect");
        assertThat(crm.retrieve("18x" + number))
                .containsEntry("subject", "S")
                .containsEntry("activitytype", type)
                .containsEntry("reminder_time", "");
    }

    @Test
    void anEventOfTypeTaskIsATask() {
        Map<String, String> event = activity("Task");
        event.putAll(Map.of("time_end", "10:00:00", "duration_hours", "1", "eventstatus", "Planned"));
        String number = crm.created("Events", event).substring(3);

        assertThatThrownBy(() -> crm.retrieve("18x" + number)).hasMessage("Id specified is incorrect");
        assertThat(crm.retrieve("9x" + number)).containsEntry("eventstatus", "Planned");
    }

    @Test
    void aTaskBecomesAnEventThoughItsStartCannotBeRead() {
        String number = crm.created("Calendar", activity("Task")).substring(2);

        assertThatThrownBy(() -> crm.revise("9x" + number, Map.of("activitytype", "Call", "time_start", "7")))
                .hasMessage("Unknown Error while processing request");
        assertThat(crm.retrieve("18x" + number)).containsEntry("activitytype", "Call");
    }

    private static Map<String, String> activity(String type) {
        return new HashMap<>(Map.of(
                "subject", "S",
                "date_start", "2026-12-01",
                "time_start", "09:30:00",
                "due_date", "2026-12-02",
                "taskstatus", "Planned",
                "activitytype", type));
    }
}
