package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Failures.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.operation.WebserviceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sees what, as seen on a real 8.2.0 with the same users, roles and groups. */
class SharingTest {

    private static final List<String> OWNERS = List.of("19x1", "19x5", "19x6", "19x7", "20x2", "20x3", "20x4");
    private static final Map<String, String> EVENT = Map.of(
            "subject", "E",
            "date_start", "2026-12-01",
            "time_start", "10:00",
            "due_date", "2026-12-01",
            "time_end", "11:00",
            "duration_hours", "1",
            "eventstatus", "Planned",
            "activitytype", "Call");
    private static final Map<String, String> TASK = Map.of(
            "subject", "T",
            "date_start", "2026-12-01",
            "time_start", "10:00",
            "due_date", "2026-12-01",
            "taskstatus", "Planned",
            "activitytype", "Task");

    private final FreshCrm crm = new FreshCrm();

    @BeforeEach
    void tzuserIsTheManagerOfTheOthers() {
        crm.store.table("Users").change(5, user -> user.with(Map.of("roleid", "H4")));
    }

    @ParameterizedTest
    @CsvSource({"tzuser,19x5 19x6 19x7", "sales1,19x6", "ptuser,19x7", "admin,19x1 19x5 19x6 19x7"})
    void privateRecordsAreForOwnersSuperiorsAndGroups(String user, String owners) {
        crm.store.sharing().makePrivate("Leads");
        Map<String, String> leads = ofEachOwner("Leads", Map.of("lastname", "L"));
        List<String> seen = new ArrayList<>(Arrays.asList(owners.split(" ")));
        seen.addAll(List.of("20x2", "20x3", "20x4"));
        crm.as(user);
        assertThat(OWNERS)
                .filteredOn(owner -> works(() -> crm.retrieve(leads.get(owner))))
                .isEqualTo(seen);
        assertThat(OWNERS)
                .filteredOn(owner -> works(() -> crm.revise(leads.get(owner), Map.of("phone", "1"))))
                .isEqualTo(seen);
        assertThat(crm.rows("query", Map.of("query", "select count(*) from Leads;")))
                .isEqualTo(List.of(Map.of("count", Integer.toString(seen.size()))));
    }

    @Test
    void tasksArePrivateFromTheBeginningButQueriesGiveThemOut() {
        Map<String, String> tasks = ofEachOwner("Calendar", TASK);
        crm.as("sales1");
        assertUnreadable(() -> crm.retrieve(tasks.get("19x1")));
        assertUnreadable(() -> crm.delete(tasks.get("19x7")));
        assertThat(crm.rows("query", Map.of("query", "select id from Calendar;")))
                .hasSize(7);
        assertThat(works(() -> crm.as("tzuser").retrieve(tasks.get("19x6")))).isTrue();
    }

    @Test
    void eventsAreNotEvenForSuperiorsUnlessTheyArePublic() {
        Map<String, String> events = ofEachOwner("Events", EVENT);
        crm.as("tzuser");
        assertUnreadable(() -> crm.retrieve(events.get("19x6")));
        Map<String, String> visible = new HashMap<>(EVENT);
        visible.put("visibility", "Public");
        crm.as("admin");
        Map<String, String> open = ofEachOwner("Events", visible);
        crm.as("tzuser");
        assertThat(OWNERS).allMatch(owner -> works(() -> crm.retrieve(open.get(owner))));
        assertUnreadable(() -> crm.revise(open.get("19x1"), Map.of("location", "here")));
        assertThat(works(() -> crm.revise(open.get("19x6"), Map.of("location", "here"))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"19x1,true", "19x5,true", "19x6,true", "19x7,false", "20x2,true", "20x99,false", "12x1,false", "1,false"
    })
    void whoIsNoAdministratorMayNotGiveARecordToTheUserWithTheHighestNumber(String owner, boolean allowed) {
        crm.as("sales1");
        ThrowingCallable create = () -> crm.create("Contacts", Map.of("lastname", "L", "assigned_user_id", owner));
        assertThat(works(create)).isEqualTo(allowed);
        assertThat(works(
                        () -> crm.as("ptuser").create("Contacts", Map.of("lastname", "L", "assigned_user_id", "19x7"))))
                .isTrue();
    }

    private Map<String, String> ofEachOwner(String module, Map<String, String> fields) {
        Map<String, String> created = new HashMap<>();
        for (String owner : OWNERS) {
            Map<String, String> element = new HashMap<>(fields);
            element.put("assigned_user_id", owner);
            created.put(owner, crm.created(module, element));
        }
        return created;
    }

    private static boolean works(ThrowingCallable call) {
        try {
            call.call();
            return true;
        } catch (WebserviceException denied) {
            return false;
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }

    private static void assertUnreadable(ThrowingCallable call) {
        assertDenied("Permission to read given object is denied", call);
    }
}
