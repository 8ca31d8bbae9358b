package io.github.camelvtiger.simulator.lead;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conversion of Leads as a server before PHP 8 does it. */
class ConvertLeadTest {

    private static final ManualClock CLOCK = new ManualClock(Instant.parse("2026-11-24T10:00:00Z"));

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty")
            .with(server -> server.behaviour(Behaviour.COMPAT).clock(CLOCK));

    private static final String ACCOUNT = "'Accounts':{'create':true,'name':'Accounts'}";
    private static final String CONTACT = "'Contacts':{'create':true,'name':'Contacts','firstname':'Sent'}";
    private static final String POTENTIAL =
            "'Potentials':{'create':true,'name':'Potentials','closingdate':'2027-01-01',"
                    + "'sales_stage':'Prospecting'}";

    private final ObjectMapper json = new ObjectMapper();
    private LoggedIn client;
    private String lead;

    @BeforeEach
    void makeALead() throws Exception {
        client = LoggedIn.to(crm.server());
        lead = crm.crm()
                .create(
                        "Leads",
                        Map.of(
                                "lastname",
                                "La",
                                "firstname",
                                "Fi",
                                "company",
                                "Co",
                                "city",
                                "Cty",
                                "leadsource",
                                "Web"));
    }

    @Test
    void threeRecordsAreMadeOfALeadAndPointToEachOther() throws Exception {
        JsonNode made = result(convert("'assignedTo':'19x6'", ACCOUNT, CONTACT, POTENTIAL));

        Map<String, String> account = record(made, "Accounts");
        Map<String, String> contact = record(made, "Contacts");
        Map<String, String> potential = record(made, "Potentials");
        assertThat(account)
                .containsEntry("accountname", "Co")
                .containsEntry("bill_city", "Cty")
                .containsEntry("ship_city", "Cty")
                .containsEntry("assigned_user_id", "19x6")
                .containsEntry("isconvertedfromlead", "1");
        assertThat(contact)
                .containsEntry("firstname", "Sent")
                .containsEntry("lastname", "La")
                .containsEntry("account_id", account.get("id"));
        assertThat(potential)
                .containsEntry("potentialname", "Co")
                .containsEntry("related_to", account.get("id"))
                .containsEntry("contact_id", contact.get("id"));
    }

    @Test
    void aConvertedLeadIsRetrievedButNotQueried() throws Exception {
        CLOCK.advance(Duration.ofSeconds(5));
        result(convert("'assignedTo':'19x6'", CONTACT));

        assertThat(client.get("query", "query", "select id from Leads;").body()).contains("\"result\":[]");
        assertThat(result(client.get("retrieve", "id", lead).body())
                        .get("modifiedtime")
                        .textValue())
                .isEqualTo(result(client.get("query", "query", "select modifiedtime from Contacts;")
                                .body())
                        .get(0)
                        .get("modifiedtime")
                        .textValue());
        assertThat(convert("'assignedTo':'19x6'", CONTACT))
                .contains("\"message\":\"Lead is already converted\",\"code\":\"LEAD_ALREADY_CONVERTED\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "false", "[]", "null", "\"\"", "\"0\""})
    void withoutAccountAndContactNothingHappens(String create) throws Exception {
        String contact = create.isEmpty() ? "'Contacts':{}" : "'Contacts':{'create':" + create + "}";

        assertThat(convert("'assignedTo':'19x6'", contact, POTENTIAL)).isEqualTo("{\"success\":true,\"result\":null}");
        assertThat(crm.crm().count("Potentials")).isZero();
    }

    @Test
    void whatWasMadeIsDeletedWhereNothingInheritsTheLead() throws Exception {
        assertThat(convert("'assignedTo':'19x6'", ACCOUNT)).isEqualTo("{\"success\":true,\"result\":null}");

        assertThat(crm.crm().count("Accounts")).isZero();
        assertThat(client.get("query", "query", "select id from Leads;").body()).contains(lead);
    }

    @Test
    void whatWasMadeStaysWhereALaterRecordFails() throws Exception {
        String answer =
                convert("'assignedTo':'19x6'", ACCOUNT, CONTACT, "'Potentials':{'create':true,'name':'Potentials'}");

        assertThat(answer)
                .contains("\"message\":\"closingdate does not have a value : Potentials\","
                        + "\"code\":\"UNKNOWN_OPERATION\"");
        assertThat(crm.crm().count("Accounts")).isEqualTo(1);
        assertThat(crm.crm().count("Contacts")).isEqualTo(1);
    }

    @Test
    void anAccountOfTheSentNameIsTaken() throws Exception {
        String account = crm.crm().create("Accounts", Map.of("accountname", "Other"));

        JsonNode made = result(convert(
                "'assignedTo':'19x6'", "'Accounts':{'create':true,'name':'Accounts','accountname':'OTHER'}", CONTACT));

        assertThat(made.get("Accounts").textValue()).isEqualTo(account);
        assertThat(record(made, "Contacts")).containsEntry("account_id", account);
    }

    @Test
    void anAccountOfTheLeadsCompanyIsADuplicate() throws Exception {
        crm.crm().create("Accounts", Map.of("accountname", "Co"));

        assertThat(convert("'assignedTo':'19x6'", ACCOUNT, CONTACT))
                .contains("\"message\":\"Duplicate(s) detected!\",\"code\":0");
    }

    @Test
    void anEmptyMandatoryFieldIsFilled() throws Exception {
        lead = crm.crm().create("Leads", Map.of("lastname", "La"));

        JsonNode made = result(convert("'assignedTo':'19x6'", ACCOUNT, CONTACT));

        assertThat(record(made, "Accounts")).containsEntry("accountname", "????");
    }

    @Test
    void commentsTasksAndRelationsGoToTheHeir() throws Exception {
        String comment = crm.crm().create("ModComments", Map.of("commentcontent", "c", "related_to", lead));
        String task = crm.crm()
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
                                "Planned",
                                "parent_id",
                                lead));
        String product = crm.crm().create("Products", Map.of("productname", "p"));
        client.post("add_related", "sourceRecordId", lead, "relatedRecordId", product, "relationIdLabel", "Products");
        CLOCK.advance(Duration.ofSeconds(5));
        String before = crm.crm().record(comment).orElseThrow().get("modifiedtime");

        JsonNode made = result(convert("'transferRelatedRecordsTo':'Contacts'", ACCOUNT, CONTACT));

        String contact = made.get("Contacts").textValue();
        assertThat(crm.crm().record(comment).orElseThrow())
                .containsEntry("related_to", contact)
                .containsEntry("modifiedtime", before);
        assertThat(crm.crm().record(task).orElseThrow())
                .containsEntry("parent_id", made.get("Accounts").textValue())
                .containsEntry("contact_id", contact);
        assertThat(client.get("retrieve_related", "id", contact, "relatedType", "Products", "relatedLabel", "Products")
                        .body())
                .contains(product);
    }

    @Test
    void aCampaignLeavesTheLeadForTheHeir() throws Exception {
        String campaign = crm.crm().create("Campaigns", Map.of("campaignname", "c", "closingdate", "2027-01-01"));
        client.post("add_related", "sourceRecordId", campaign, "relatedRecordId", lead, "relationIdLabel", "Leads");

        JsonNode made = result(convert("'transferRelatedRecordsTo':'Contacts'", CONTACT));

        assertThat(related(campaign, "Leads")).isEmpty();
        assertThat(related(campaign, "Contacts"))
                .containsExactly(made.get("Contacts").textValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{`                                     | ACCESS_DENIED",
                "`[]`                                    | ACCESS_DENIED",
                "`{\"leadId\":\"abc\"}`                  | ACCESS_DENIED",
                "`{\"leadId\":\"10x99999\"}`             | ACCESS_DENIED"
            })
    void aLeadThatIsNotThereIsDenied(String element, String code) throws Exception {
        assertThat(client.post("convertlead", "element", element).body()).contains("\"code\":\"" + code + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "5", "true"})
    void anElementWithoutKeysIsTooMuchForPhp(String element) throws Exception {
        assertThat(client.post("convertlead", "element", element).statusCode()).isEqualTo(500);
    }

    @Test
    void anUnknownModuleIsDenied() throws Exception {
        assertThat(convert("'assignedTo':'19x6'", "'Contacts':{'create':true,'name':'Bogus'}"))
                .contains("\"message\":\"Permission to perform the operation is denied for name : Bogus\","
                        + "\"code\":\"ACCESS_DENIED\"");
    }

    @Test
    void aWrongReferenceNamesTheModule() throws Exception {
        assertThat(convert("'assignedTo':'19x6'", "'Contacts':{'create':true,'name':'Contacts','account_id':'12x3'}"))
                .contains("\"message\":\"Invalid reference specified for account_id : Contacts\","
                        + "\"code\":\"UNKNOWN_OPERATION\"");
    }

    private List<String> related(String id, String module) throws Exception {
        return result(client.get("retrieve_related", "id", id, "relatedType", module, "relatedLabel", module)
                        .body())
                .findValuesAsText("id");
    }

    private String convert(String option, String... entities) throws Exception {
        String element = "{'leadId':'" + lead + "'," + option + ",'entities':{" + String.join(",", entities) + "}}";
        return client.post("convertlead", "element", element.replace('\'', '"')).body();
    }

    private Map<String, String> record(JsonNode made, String module) {
        return crm.crm().record(made.get(module).textValue()).orElseThrow();
    }

    private JsonNode result(String answer) throws Exception {
        JsonNode envelope = json.readTree(answer);
        assertThat(envelope.path("success").booleanValue()).as(answer).isTrue();
        return envelope.get("result");
    }
}
