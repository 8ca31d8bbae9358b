package io.github.camelvtiger.simulator.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.record.FreshCrm;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServiceContractProgressTest {

    private final FreshCrm crm = new FreshCrm();
    private String id;

    @BeforeEach
    void contract() {
        id = crm.created(
                "ServiceContracts", Map.of("subject", "S", "start_date", "2026-01-01", "due_date", "2026-03-01"));
    }

    @Test
    void countsBothDaysOfThePlan() {
        assertThat(crm.retrieve(id)).containsAllEntriesOf(computed("60", "", "", ""));
        assertThat(crm.revise(id, Map.of("due_date", ""))).containsAllEntriesOf(computed("", "", "", ""));
    }

    @Test
    void whatIsCompleteEndsToday() {
        crm.revise(id, Map.of("total_units", "8", "used_units", "3"));

        assertThat(crm.revise(id, Map.of("contract_status", "Complete")))
                .containsAllEntriesOf(computed("60", "328", "37.50", "2026-11-24"));
        assertThat(crm.revise(id, Map.of("contract_status", "In Progress")))
                .containsAllEntriesOf(computed("60", "", "37.50", ""));
    }

    @Test
    void usedUpUnitsEndIt() {
        assertThat(crm.revise(id, Map.of("total_units", "10", "used_units", "20")))
                .containsAllEntriesOf(computed("60", "328", "200.00", "2026-11-24"));
    }

    @Test
    void anotherUnitCountsTheTicketsAgain() {
        String id = crm.created(
                "ServiceContracts",
                Map.of("subject", "S", "used_units", "3", "total_units", "2", "tracking_unit", "Hours"));

        assertThat(crm.retrieve(id)).containsEntry("used_units", "0.00");
        assertThat(crm.revise(id, Map.of("used_units", "3"))).containsEntry("used_units", "3.00");
        assertThat(crm.revise(id, Map.of("tracking_unit", "Days"))).containsEntry("used_units", "0.00");
    }

    @Test
    void aDayThatTheCalendarLacksHasNoDuration() {
        String id = crm.created("ServiceContracts", Map.of("subject", "S", "due_date", "2027-02-03"));

        assertThat(crm.revise(id, Map.of("start_date", "2027-02-30")))
                .containsEntry("start_date", "0000-00-00")
                .containsEntry("planned_duration", "");
    }

    private static Map<String, Object> computed(String planned, String actual, String progress, String end) {
        Map<String, Object> values = new HashMap<>();
        values.put("planned_duration", planned);
        values.put("actual_duration", actual);
        values.put("progress", progress);
        values.put("end_date", end);
        return values;
    }
}
