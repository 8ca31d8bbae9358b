package io.github.camelvtiger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.http.RawClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change of a user by the API does; all seen on the server. */
class UserChangesTest {

    private static final String SELLER = "19x6";

    private SimulatorServer server;
    private RawClient client;
    private LoggedIn admin;
    private String sellersKey;

    @BeforeEach
    void start() throws Exception {
        server = SimulatorServer.builder().seed("empty").start();
        client = new RawClient(server.port());
        admin = LoggedIn.to(server);
        sellersKey = server.accessKey("sales1");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anInactiveUserCannotLogInAndIsNotFound() throws Exception {
        revise("status", "Inactive");

        assertThat(login("sales1")).contains("INVALID_USER_CREDENTIALS");
        assertThat(admin.get("query", "query", "select user_name from Users;").body())
                .contains("ptuser")
                .doesNotContain("sales1");
        assertThat(admin.get("retrieve", "id", SELLER).body())
                .contains("RECORD_NOT_FOUND", "Record you are trying to access is not found");
        assertThat(admin.post("delete", "id", SELLER).body()).contains("RECORD_NOT_FOUND");
    }

    @Test
    void heCannotBeMadeActiveAgainByTheApi() throws Exception {
        revise("status", "Inactive");

        assertThat(revise("status", "Active")).contains("RECORD_NOT_FOUND");
        assertThat(login("sales1")).contains("INVALID_USER_CREDENTIALS");
    }

    @Test
    void hisOpenSessionGoesOn() throws Exception {
        LoggedIn seller = LoggedIn.as("sales1", server);
        revise("status", "Inactive");

        assertThat(seller.get("query", "query", "select id from Contacts;").body())
                .contains("\"success\":true");
    }

    @Test
    void recordsMayStillBeGivenToHim() throws Exception {
        revise("status", "Inactive");

        assertThat(create("HelpDesk", "\"ticket_title\":\"t\",\"ticketpriorities\":\"Low\",\"ticketstatus\":\"Open\""))
                .contains("\"assigned_user_id\":\"19x6\"");
    }

    /** The server looks a user up once in a request, and believes in whom it has looked up. */
    @Test
    void onlyTheFirstModifiedbyOfAPageIsEmpty() throws Exception {
        LoggedIn seller = LoggedIn.as("sales1", server);
        for (String name : new String[] {"A", "B"}) {
            seller.post(
                    "create",
                    "elementType",
                    "Contacts",
                    "element",
                    "{\"lastname\":\"" + name + "\",\"assigned_user_id\":\"19x6\"}");
        }
        revise("status", "Inactive");

        assertThat(admin.get("query", "query", "select lastname, modifiedby from Contacts order by lastname;")
                        .body())
                .contains("\"A\",\"modifiedby\":\"\"", "\"B\",\"modifiedby\":\"19x6\"");
    }

    @Test
    void aStatusThatIsNoneHidesTheUserButLetsHimLogIn() throws Exception {
        revise("status", "Retired");

        assertThat(login("sales1")).contains("\"success\":true");
        assertThat(admin.get("retrieve", "id", SELLER).body()).contains("RECORD_NOT_FOUND");
    }

    @Test
    void aDeletedUserIsNotFoundButMayLogIn() throws Exception {
        assertThat(admin.post("delete", "id", SELLER).body()).contains("\"success\":true");

        assertThat(admin.get("retrieve", "id", SELLER).body()).contains("RECORD_NOT_FOUND");
        assertThat(admin.get("query", "query", "select user_name from Users;").body())
                .doesNotContain("sales1");
        assertThat(login("sales1")).contains("\"success\":true");
        assertThat(create("Contacts", "\"lastname\":\"L\"")).contains("\"assigned_user_id\":\"19x6\"");
    }

    @Test
    void anotherNameIsTheOneToLogInWith() throws Exception {
        revise("user_name", "sales2");

        assertThat(client.get("operation", "getchallenge", "username", "sales1").body())
                .contains("username does not exists");
        assertThat(login("Sales2")).contains("\"username\":\"sales2\"");
    }

    @Test
    void ofTwoUsersOfOneNameTheOlderLogsIn() throws Exception {
        revise("user_name", "ptuser");

        assertThat(login("ptuser")).contains("\"userId\":\"19x6\"");
    }

    @Test
    void anOpenSessionBecomesAnAdministratorsAndAnOrdinaryOneAgain() throws Exception {
        LoggedIn seller = LoggedIn.as("sales1", server);
        assertThat(seller.get("retrieve", "id", "19x7").body()).contains("ACCESS_DENIED");

        revise("is_admin", "on");
        assertThat(seller.get("retrieve", "id", "19x7").body()).contains("\"user_name\":\"ptuser\"");
        assertThat(login("sales1")).contains("\"is_admin\":\"on\"");

        revise("is_admin", "off");
        assertThat(seller.get("retrieve", "id", "19x7").body()).contains("ACCESS_DENIED");
    }

    @ParameterizedTest
    @CsvSource({
        "first_name, Ada, first_name, Ada",
        "last_name, 'Love & x', last_name, 'Love &amp; x'",
        "email1, a@b.example, email, a@b.example",
        "time_zone, Europe/Berlin, time_zone, 'Europe\\/Berlin'",
        "date_format, dd-mm-yyyy, date_format, dd-mm-yyyy",
        "hour_format, 12, hour_format, 12",
        "callduration, 30, call_duration, 30",
    })
    void theLoginSaysWhatHeIsNow(String field, String value, String key, String shown) throws Exception {
        revise(field, value);

        assertThat(login("sales1")).contains("\"" + key + "\":\"" + shown + "\"");
    }

    @Test
    void theLabelFollowsTheNames() throws Exception {
        revise("first_name", "Ada");
        assertThat(revise("userlabel", "x")).contains("\"userlabel\":\"Ada Seller\"");
        assertThat(revise("last_name", "Lovelace")).contains("\"userlabel\":\"Ada Lovelace\"");
    }

    @Test
    void preferencesOfAFreshAdministratorAreEmptyUntilTheyAreSaved() throws Exception {
        String query = "select currency_grouping_pattern, currency_symbol_placement from Users where id = '19x1';";
        assertThat(admin.get("query", "query", query).body()).contains("\"currency_grouping_pattern\":\"\"");
        assertThat(admin.get("retrieve", "id", "19x1").body())
                .contains("\"currency_grouping_pattern\":\"123,456,789\"");

        admin.post("revise", "element", "{\"id\":\"19x1\",\"title\":\"x\"}");
        assertThat(admin.get("query", "query", query).body())
                .contains("\"currency_grouping_pattern\":\"123,456,789\",\"currency_symbol_placement\":\"$1.0\"");
    }

    @Test
    void anEmptyPreferenceBecomesTheDefault() throws Exception {
        assertThat(revise("date_format", "")).contains("\"date_format\":\"yyyy-mm-dd\"");
        assertThat(revise("start_hour", "")).contains("\"start_hour\":\"09:00\"");
    }

    private String revise(String field, String value) throws Exception {
        return admin.post("revise", "element", "{\"id\":\"19x6\",\"" + field + "\":\"" + value + "\"}")
                .body();
    }

    private String create(String module, String fields) throws Exception {
        return admin.post("create", "elementType", module, "element", "{" + fields + ",\"assigned_user_id\":\"19x6\"}")
                .body();
    }

    private String login(String userName) throws Exception {
        return LoggedIn.login(client, userName, sellersKey).body();
    }

    /** The server reads the user with the defaults of what an installation leaves empty, and writes them with the rest. */
    @Test
    void theFirstChangeOfAnAdministratorStoresThePlacementOfTheCurrencySymbol() throws Exception {
        admin.post("revise", "element", "{\"id\":\"19x1\",\"currency_grouping_pattern\":\"123456789\"}");

        assertThat(admin.get("query", "query", "select currency_symbol_placement from Users where id = '19x1';")
                        .body())
                .contains("\"$1.0\"");
    }
}
