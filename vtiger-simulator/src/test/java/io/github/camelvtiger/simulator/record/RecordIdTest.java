package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Failures.assertDenied;
import static io.github.camelvtiger.simulator.record.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordIdTest {

    private final FreshCrm crm = new FreshCrm();
    private final String number =
            crm.created("Contacts", Map.of("lastname", "L")).substring("12x".length());

    @ParameterizedTest
    @CsvSource({"' 12x',''", "012x,''", "12x0,''", "12x,''''", "12x,.0", "12x,x9"})
    void idsAreReadLaxly(String before, String after) {
        assertThat(crm.retrieve(before + number + after)).containsEntry("lastname", "L");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".0", "'", "abc", "\n"})
    void theNumberComesBackAsItWasSent(String after) {
        String id = "12x" + number + after;
        assertThat(crm.retrieve(id)).containsEntry("id", id);
        assertThat(crm.revise(id, Map.of("phone", "1"))).containsEntry("id", id);
        assertThat(crm.update(id, Map.of("lastname", "L", "assigned_user_id", "19x1")))
                .containsEntry("id", id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "999x1", "12.4x5", "-12x5"})
    void whatNamesNoModuleIsDeniedForId(String id) {
        assertDeniedEverywhere("Permission to perform the operation is denied for id", id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12x", "12x0", "12x99999", "12X5", "11x", "19x99", "20x99"})
    void whatNamesNoRecordIsDenied(String id) {
        assertDeniedEverywhere("Permission to perform the operation is denied", id);
    }

    @Test
    void aDeletedRecordIsAsIfItHadNeverBeen() {
        assertThat(crm.delete("12x" + number)).containsEntry("status", "successful");
        assertDeniedEverywhere("Permission to perform the operation is denied", "12x" + number);
    }

    @Test
    void theIdOfAnotherModuleIsIncorrect() {
        String id = "11x" + number;
        assertFails("INVALID_ID_ATTRIBUTE", "Id specified is incorrect", () -> crm.retrieve(id));
        assertFails("INVALID_ID_ATTRIBUTE", "Id specified is incorrect", () -> crm.revise(id, Map.of("phone", "1")));
        assertFails("INVALID_ID_ATTRIBUTE", "Id specified is incorrect", () -> crm.delete(id));
    }

    @Test
    void numbersAreUniqueOverModules() {
        assertThat(crm.created("Leads", Map.of("lastname", "L"))).isEqualTo("10x" + (Long.parseLong(number) + 1));
    }

    @Test
    void groupsShareTheirNumbersWithUsersAndAreDeletedForGood() {
        Map<String, Object> group = crm.createJson("Groups", "{\"groupname\":\"G\"}");
        assertThat(group)
                .containsExactly(
                        Map.entry("groupid", "8"),
                        Map.entry("groupname", "G"),
                        Map.entry("description", ""),
                        Map.entry("id", "20x8"));
        crm.delete("20x8");
        assertDenied("Permission to perform the operation is denied", () -> crm.retrieve("20x8"));
    }

    private void assertDeniedEverywhere(String message, String id) {
        assertDenied(message, () -> crm.retrieve(id));
        assertDenied(message, () -> crm.revise(id, Map.of("phone", "1")));
        assertDenied(message, () -> crm.update(id, Map.of("phone", "1")));
        assertDenied(message, () -> crm.delete(id));
    }
}
