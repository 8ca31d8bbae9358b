package io.github.camelvtiger.simulator.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.LoggedIn;
import io.github.camelvtiger.simulator.clock.ManualClock;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code sync} as a server before PHP 8 answers it. */
class SyncTest {

    private static final ManualClock CLOCK = new ManualClock(Instant.parse("2026-11-24T10:00:00Z"));

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty")
            .with(server -> server.behaviour(Behaviour.COMPAT).clock(CLOCK));

    private final ObjectMapper json = new ObjectMapper();
    private LoggedIn client;
    private long start;

    @BeforeEach
    void logIn() throws Exception {
        client = LoggedIn.to(crm.server());
        start = CLOCK.now().getEpochSecond();
        CLOCK.advance(Duration.ofSeconds(1));
    }

    @Test
    void whatIsNewerThanTheTokenComesWithTheNextToken() throws Exception {
        String contact = contact("19x1");

        JsonNode changes = sync(start, "Contacts");

        assertThat(updated(changes)).containsExactly(contact);
        assertThat(changes.fieldNames()).toIterable().containsExactly("updated", "deleted", "more", "lastModifiedTime");
        assertThat(changes.get("lastModifiedTime").longValue()).isEqualTo(start + 1);
        JsonNode next = sync(start + 1, "Contacts");
        assertThat(updated(next)).isEmpty();
        assertThat(next.get("lastModifiedTime").longValue()).isEqualTo(start + 1);
    }

    @Test
    void aRecordIsAsAQueryAnswersIt() throws Exception {
        contact("19x1");

        JsonNode row = json.readTree(
                        client.get("query", "query", "select * from Contacts;").body())
                .get("result")
                .get(0);
        assertThat(sync(start, "Contacts").get("updated").get(0)).isEqualTo(row);
    }

    @Test
    void deletedRecordsAndConvertedLeadsCountAsDeleted() throws Exception {
        String contact = contact("19x1");
        String lead = crm.crm().create("Leads", Map.of("lastname", "L"));
        client.post("delete", "id", contact);
        client.post(
                "convertlead",
                "element",
                "{\"leadId\":\"" + lead + "\",\"entities\":{\"Contacts\":{\"create\":true,\"name\":\"Contacts\"}}}");

        assertThat(sync(start, "Contacts").get("deleted").toString()).isEqualTo("[\"" + contact + "\"]");
        assertThat(sync(start, "Leads").get("deleted").toString()).isEqualTo("[\"" + lead + "\"]");
        assertThat(updated(sync(start, "Leads"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'', 19x1", "user, 19x1", "zzz, 19x1", "userandgroup, 19x1 20x3", "application, 19x1 19x6 20x2 20x3"})
    void whoseRecordsComeSaysTheSyncType(String type, String owners) throws Exception {
        for (String owner : List.of("19x1", "19x6", "20x2", "20x3")) {
            contact(owner);
        }

        JsonNode changes = sync(start, "Contacts", "syncType", type);

        assertThat(changes.get("updated").findValuesAsText("assigned_user_id")).containsExactly(owners.split(" "));
    }

    @Test
    void aModuleWithoutOwnersBelongsToWhoMadeTheRecord() throws Exception {
        String price = crm.crm().create("PriceBooks", Map.of("bookname", "p", "currency_id", "21x1"));
        crm.crm().as("sales1").create("PriceBooks", Map.of("bookname", "q", "currency_id", "21x1"));

        assertThat(updated(sync(start, "PriceBooks"))).containsExactly(price);
    }

    @Test
    void aPageEndsWithTheSecondOfItsHundredthChange() throws Exception {
        for (int i = 0; i < 95; i++) {
            contact("19x1");
        }
        CLOCK.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            contact("19x1");
        }
        CLOCK.advance(Duration.ofSeconds(1));
        String last = contact("19x1");

        JsonNode page = sync(start, "Contacts");

        assertThat(updated(page)).hasSize(105).doesNotContain(last);
        assertThat(page.get("more").booleanValue()).isTrue();
        assertThat(page.get("lastModifiedTime").longValue()).isEqualTo(start + 2);
        JsonNode rest = sync(start + 2, "Contacts");
        assertThat(updated(rest)).containsExactly(last);
        assertThat(rest.get("more").booleanValue()).isFalse();
    }

    @Test
    void usersNeverChange() throws Exception {
        assertThat(client.get("sync", "modifiedTime", "5.5", "elementType", "Users")
                        .body())
                .isEqualTo("{\"success\":true,\"result\":{\"updated\":[],\"deleted\":[],\"lastModifiedTime\":\"5.5\","
                        + "\"more\":false}}");
    }

    @Test
    void aTaskShowsItsStatusTwice() throws Exception {
        crm.crm()
                .create(
                        "Calendar",
                        Map.of(
                                "subject",
                                "t",
                                "activitytype",
                                "Task",
                                "date_start",
                                "2027-01-01",
                                "time_start",
                                "10:00",
                                "due_date",
                                "2027-01-01",
                                "taskstatus",
                                "Planned"));

        assertThat(sync(start, "Calendar").get("updated").findValuesAsText("eventstatus"))
                .containsExactly("Planned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts", "Bogus", "Groups", "LineItem", "Currency"})
    void whatIsNoModuleIsDenied(String type) throws Exception {
        assertThat(client.get("sync", "modifiedTime", "5", "elementType", type).body())
                .contains("\"message\":\"Permission to perform the operation is denied\",\"code\":\"ACCESS_DENIED\"");
    }

    @ParameterizedTest
    @CsvSource({"'', Contacts", "0, Contacts", "abc, Contacts", "5, ''", "5, Emails"})
    void someRequestsAreTooMuchForPhp(String time, String type) throws Exception {
        assertThat(client.get("sync", "modifiedTime", time, "elementType", type).statusCode())
                .isEqualTo(500);
    }

    private String contact(String owner) {
        return crm.crm().create("Contacts", Map.of("lastname", "C", "assigned_user_id", owner));
    }

    private JsonNode sync(long time, String type) throws Exception {
        return sync(time, type, "syncType", "");
    }

    private JsonNode sync(long time, String type, String name, String value) throws Exception {
        String answer = client.get("sync", "modifiedTime", String.valueOf(time), "elementType", type, name, value)
                .body();
        JsonNode envelope = json.readTree(answer);
        assertThat(envelope.path("success").booleanValue()).as(answer).isTrue();
        return envelope.get("result");
    }

    private static List<String> updated(JsonNode changes) {
        return StreamSupport.stream(changes.get("updated").spliterator(), false)
                .map(record -> record.get("id").textValue())
                .toList();
    }
}
