package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and what comes back; all seen on the server. */
class StoredValueTest {

    private final FreshCrm crm = new FreshCrm();

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "1990-02-28,          1990-02-28",
                "28-02-1990,          1990-02-28",
                "28/02/1990,          1990-02-28",
                "28.02.1990,          1990-02-28",
                "1990/02/28,          1990-02-28",
                "2026-1-5,            2026-01-05",
                "'2026-05-01 23:30:00', 2026-05-01",
                "02-28-2020,          ''",
                "2026-05-01T14:30:00Z, ''",
                "abc,                 ''",
                "85-01-02,            ''",
                "2026-05,             ''",
                "'',                  ''",
                "null,                ''",
                "2020-02-30,          0000-00-00",
                "12-13-2020,          0000-00-00",
            })
    void dates(String sent, String comesBack) {
        assertThat(contact("birthday", sent)).isEqualTo(comesBack);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-01 noon,     2026-05-01",
        "2026-05-01 24:00,    2026-05-02",
        "2026-05-01 3pm,      2026-05-01",
        "2026-05-01 10.30,    2026-05-01",
        "2026-05-01 1010,     2026-05-01",
        "2026-05-01 tomorrow, 2026-05-02",
        "05.04.1990 10:00,    1990-04-05",
        "20260501 10:00,      2026-05-01",
        "2026-02-31 10:00,    2026-03-03",
        "2026-05-01 22:00 PST, 2026-05-02",
    })
    void datesWithATimeAreWhatPhpMakesOfThem(String sent, String comesBack) {
        assertThat(contact("birthday", sent)).isEqualTo(comesBack);
    }

    @Test
    void aDateWithAWordBehindItIsAnError() {
        Failures.assertFails(
                "INTERNAL_SERVER_ERROR",
                "Unknown Error while processing request",
                () -> contact("birthday", "2026-12-01 soon"));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "on,1", "1.0,1", "' 1',1", "0,0", "true,0", "yes,0", "ON,0", "1abc,0", "2,0", "'',0"})
    void booleans(String sent, String comesBack) {
        assertThat(contact("donotcall", sent)).isEqualTo(comesBack);
    }

    @ParameterizedTest
    @CsvSource({"true,1", "false,0", "1,1", "0,0", "null,0", "[1],1"})
    void booleansAsJson(String sent, String comesBack) {
        assertThat(contactJson("donotcall", sent)).isEqualTo(comesBack);
    }

    @ParameterizedTest
    @CsvSource({
        "1234.5678,  1234.57000000",
        "10.5,       10.50000000",
        "0.005,      0.01000000",
        "-12.345,    -12.35000000",
        "'1,234.5',  1.00000000",
        "12abc,      12.00000000",
        "abc,        0.00000000",
        "'',         0.00000000",
        "1e3,        1000.00000000",
        "99999999999999999999, 99999999999999999.99999999",
    })
    void amountsAreRoundedToTheUsersDecimals(String sent, String comesBack) {
        assertThat(account("annual_revenue", sent)).isEqualTo(comesBack);
    }

    @ParameterizedTest
    @CsvSource({"12,12", "12.7,13", "'1,200',1200", "abc,0", "'',0", "99999999999,2147483647", "-4,-4"})
    void wholeNumbers(String sent, String comesBack) {
        assertThat(account("employees", sent)).isEqualTo(comesBack);
    }

    @ParameterizedTest
    @CsvSource({"'1,234.5'", "abc"})
    void pricesThatAreNoNumbersCrashTheServer(String sent) {
        assertThatThrownBy(() -> crm.create("Products", Map.of("productname", "P", "unit_price", sent)))
                .isInstanceOf(ServerCrash.class);
    }

    /** Seen on a real 8.2.0. */
    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-1e999999999", "1e399999999999999999999", "1e-999999999"})
    void anAmountBeyondPhpsNumbersIsNothing(String sent) throws Exception {
        assertThat(crm.createJson(
                        "Accounts",
                        "{\"accountname\":\"A\",\"assigned_user_id\":\"19x1\",\"annual_revenue\":\"" + sent + "\"}"))
                .containsEntry("annual_revenue", "0.00000000");
    }

    @Test
    void anArrayCrashesTheServerInANumber() {
        assertThatThrownBy(() -> crm.createJson(
                        "Accounts", "{\"accountname\":\"A\",\"assigned_user_id\":\"19x1\",\"annual_revenue\":[1]}"))
                .isInstanceOf(ServerCrash.class);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "<b>b</b>,<b>b</b>",
                "a & b \"q\" < 5 > 3,a & b \"q\" < 5 > 3",
                "&lt;b&gt; &amp; &#39;,&lt;b&gt; &amp; &#39;",
                "  both sides  ,  both sides  ",
                "Zoë 日本,Zoë 日本",
                "Smile 😀 end,Smile ???? end",
                "<script>x</script>,&lt;script&gt;x&lt;/script&gt;",
                "javascript:alert(1),javascript:alert(1)",
            })
    void texts(String sent, String comesBack) {
        assertThat(contact("description", sent)).isEqualTo(comesBack);
    }

    @ParameterizedTest
    @CsvSource({"12,12", "1.5,1.5", "true,1", "null,''", "'[\"a\",\"b\"]',a", "[],''", "'{\"a\":\"b\"}',''"})
    void textsFromJson(String sent, String comesBack) {
        assertThat(contactJson("firstname", sent)).isEqualTo(comesBack);
    }

    @Test
    void longTextsAreCutToTheColumnWithoutAWord() {
        assertThat(contact("firstname", "x".repeat(41))).isEqualTo("x".repeat(40));
        assertThat(contact("firstname", "😀".repeat(11))).isEqualTo("?".repeat(40));
        assertThat(contact("description", "x".repeat(100_000))).isEqualTo("x".repeat(100_000));
    }

    @Test
    void aValueThatIsNoneOfThePicklistIsStored() {
        assertThat(contact("leadsource", "Not A Source")).isEqualTo("Not A Source");
    }

    @ParameterizedTest
    @CsvSource({"myapp,MYAPP", "'',CRM", "' ',CRM", "ä-1,ä-1"})
    void theSourceIsKeptInCapitals(String sent, String comesBack) {
        assertThat(contact("source", sent)).isEqualTo(comesBack);
    }

    @Test
    void fieldsOfTheServerAreIgnored() {
        Map<String, Object> record = crm.create(
                "Contacts",
                Map.of(
                        "lastname",
                        "L",
                        "createdtime",
                        "2001-01-01 00:00:00",
                        "modifiedby",
                        "19x5",
                        "contact_no",
                        "ZZ",
                        "nosuch",
                        "x",
                        "id",
                        "12x9"));
        assertThat(record)
                .containsEntry("createdtime", "2026-11-24 12:00:00")
                .containsEntry("modifiedby", "19x1")
                .containsEntry("contact_no", "CON1")
                .containsEntry("source", "WEBSERVICE")
                .doesNotContainKey("nosuch");
    }

    @Test
    void aPriceIsAlsoAnsweredAsANumber() {
        String id = crm.created("Products", Map.of("productname", "P", "unit_price", "10.5"));
        assertThat(crm.retrieve(id))
                .containsEntry("unit_price", "10.50000000")
                .containsEntry("currency1", 10.5)
                .containsEntry("currency_id", "21x1")
                .doesNotContainKey("tax1");
        assertThat(crm.revise(id, Map.of("description", "d"))).containsEntry("currency1", 0L);
    }

    @Test
    void theForecastFollowsTheAmount() {
        String id = crm.created(
                "Potentials",
                Map.of(
                        "potentialname",
                        "P",
                        "closingdate",
                        "2027-01-01",
                        "sales_stage",
                        "Prospecting",
                        "amount",
                        "1000.555",
                        "probability",
                        "33.333"));
        assertThat(crm.retrieve(id)).containsEntry("forecast_amount", "333.52000000");
        assertThat(crm.revise(id, Map.of("amount", "10"))).containsEntry("forecast_amount", "3.33000000");
    }

    @Test
    void activitiesLastFromTheirStartToTheirEndWhateverIsSent() {
        Map<String, Object> event = crm.create(
                "Events",
                Map.of(
                        "subject",
                        "E",
                        "activitytype",
                        "Meeting",
                        "eventstatus",
                        "Planned",
                        "date_start",
                        "2027-01-01",
                        "time_start",
                        "10:00:00",
                        "due_date",
                        "2027-01-03",
                        "time_end",
                        "11:30:00",
                        "duration_hours",
                        "1"));
        assertThat(event).containsEntry("duration_hours", "49").containsEntry("duration_minutes", "30");
        Map<String, Object> task = crm.create(
                "Calendar",
                Map.of(
                        "subject",
                        "T",
                        "activitytype",
                        "Task",
                        "taskstatus",
                        "Planned",
                        "date_start",
                        "2027-01-01",
                        "time_start",
                        "10:00",
                        "due_date",
                        "2027-01-02"));
        assertThat(task).containsEntry("duration_hours", "38").containsEntry("duration_minutes", "0");
    }

    @Test
    void aCommentKnowsItsCreator() {
        String contact = crm.created("Contacts", Map.of("lastname", "L"));
        assertThat(crm.as("sales1").create("ModComments", Map.of("commentcontent", "C", "related_to", contact)))
                .containsEntry("creator", "19x6")
                .containsEntry("related_to", contact);
    }

    private Object contact(String field, String sent) {
        Map<String, Object> fields = new HashMap<>(Map.of("lastname", "L"));
        fields.put(field, sent);
        return crm.create("Contacts", fields).get(field);
    }

    private Object contactJson(String field, String json) {
        String element = "{\"lastname\":\"L\",\"assigned_user_id\":\"19x1\",\"" + field + "\":" + json + "}";
        return crm.createJson("Contacts", element).get(field);
    }

    private Object account(String field, String sent) {
        return crm.create("Accounts", Map.of("accountname", "A", field, sent)).get(field);
    }
}
