package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.crm.Capability;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema of a module's records, by a validator that knows nothing of this component: the same assertions hold for any server. */
@LiveSuite
class JsonSchemaContractTest {

    private static final JsonSchemaFactory VALIDATORS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    /** Of these the API makes none, or the smallest record is not enough (webservice.md §5, §9). */
    private static final Set<String> NOT_MADE =
            Set.of("Users", "DocumentFolders", "CompanyDetails", "LineItem", "ProductTaxes");

    /** What an attempt might leave on a server that is not simulated. */
    private static final Set<String> BASE_DATA = Set.of(
            "Users", "Groups", "DocumentFolders", "CompanyDetails", "LineItem", "ProductTaxes", "Currency", "Tax");

    private final ObjectMapper json = new ObjectMapper();
    private final LiveCrm crm;

    JsonSchemaContractTest(LiveCrm crm) {
        this.crm = crm;
    }

    @Test
    void everyModulesSchemaIsOne() {
        JsonSchema dialect = VALIDATORS.getSchema(SchemaLocation.of(SchemaId.V202012));
        assertThat(modules()).hasSizeGreaterThan(30).allSatisfy(module -> {
            JsonNode schema = schema(module);
            assertThat(schema.get("$schema").textValue()).isEqualTo(SchemaId.V202012);
            assertThat(dialect.validate(schema)).as(module).isEmpty();
            assertThat(schema.get("properties").size()).as(module).isPositive();
        });
    }

    @Test
    void everyRecordOfTheCrmFitsItsSchema() {
        SoftAssertions all = new SoftAssertions();
        for (String module : modules()) {
            JsonSchema schema = VALIDATORS.getSchema(schema(module));
            for (JsonNode record : records(module)) {
                all.assertThat(faultsBesidesAddresses(schema, record))
                        .as(module + " " + record)
                        .isEmpty();
            }
        }
        all.assertAll();
    }

    /** The validator knows the Internet's top-level domains only; addresses of a CRM may be of others. */
    private static List<ValidationMessage> faultsBesidesAddresses(JsonSchema schema, JsonNode record) {
        Set<ValidationMessage> faults = faults(schema, record);
        Set<String> addresses = faults.stream()
                .filter(fault -> fault.getMessageKey().equals("format.email"))
                .map(fault -> fault.getInstanceLocation().toString())
                .collect(Collectors.toSet());
        return faults.stream()
                .filter(fault -> !addresses.contains(fault.getInstanceLocation().toString()))
                .toList();
    }

    private List<JsonNode> records(String module) {
        List<?> rows = crm.body("vtiger:query", "select * from " + module + " limit 5", Map.of(), List.class);
        return rows.stream()
                .map(row -> crm.call("vtiger:retrieve", String.valueOf(((Map<?, ?>) row).get("id"))))
                .filter(read -> read.getException() == null)
                .map(read -> read.getMessage().getBody(JsonNode.class))
                .toList();
    }

    @Test
    void whatTheSchemaAsksForIsWhatTheCrmAsksFor() {
        SmallestRecords smallest = new SmallestRecords(this::schema, crm::reference);
        SoftAssertions all = new SoftAssertions();
        boolean ordersRefused = false;
        for (String module : modules()) {
            if (!crm.isSimulated() && BASE_DATA.contains(module)) {
                continue;
            }
            Map<String, Object> record = smallest.of(module);
            JsonSchema schema = VALIDATORS.getSchema(schema(module));
            all.assertThat(faults(schema, json.valueToTree(record))).as(module).isEmpty();
            Exchange created = crm.call("vtiger:create/" + module, record);
            if (NOT_MADE.contains(module)) {
                all.assertThat(created.getException()).as(module).isNotNull();
            } else if (LineItems.MODULES.contains(module) && crm.lacks(Capability.ORDERS)) {
                ordersRefused = true;
            } else {
                all.assertThat(created.getException()).as(module + " " + record).isNull();
            }
            if (created.getException() == null) {
                String id = created.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
                crm.delete(id);
                JsonNode stored = crm.body("vtiger:retrieve", id, Map.of(), JsonNode.class);
                all.assertThat(faults(schema, stored)).as(module + " " + stored).isEmpty();
            }
        }
        all.assertAll();
        if (ordersRefused) {
            crm.requireCapability(Capability.ORDERS);
        }
    }

    /** A mandatory reference is answered empty when what it referred to is gone (webservice.md §5). */
    @Test
    void aRecordFitsWhoseReferenceIsGone() {
        String project = crm.create("Project", ModuleExamples.of("Project").record());
        String task = (String) crm.created("ProjectTask", Map.of("projecttaskname", crm.mark(), "projectid", project))
                .get("id");
        assertThat(crm.call("vtiger:delete", project).getException()).isNull();
        JsonNode orphan = crm.body("vtiger:retrieve", task, Map.of(), JsonNode.class);
        assertThat(orphan.path("projectid").asText("")).isEmpty();
        assertThat(faults(VALIDATORS.getSchema(schema("ProjectTask")), orphan)).isEmpty();
    }

    @Test
    void ordersFitWithTheirItems() {
        String product = crm.reference("Products");
        String account = crm.reference("Accounts");
        Map<String, Object> order = new LinkedHashMap<>(Map.of(
                "subject", crm.mark(),
                "account_id", account,
                "sostatus", "Created",
                "invoicestatus", "Created",
                "bill_street", "b",
                "ship_street", "s"));
        JsonSchema schema = VALIDATORS.getSchema(schema("SalesOrder"));
        assertThat(faults(schema, json.valueToTree(order)))
                .singleElement()
                .asString()
                .contains("LineItems");
        order.put("LineItems", List.of(Map.of("productid", account, "quantity", 2)));
        assertThat(faults(schema, json.valueToTree(order)))
                .singleElement()
                .asString()
                .contains("productid");
        order.put("LineItems", List.of(Map.of("productid", product, "quantity", 2, "listprice", 9.5)));
        assertThat(faults(schema, json.valueToTree(order))).isEmpty();
        String id = (String) crm.created("SalesOrder", order).get("id");
        assertThat(faults(schema, crm.body("vtiger:retrieve", id, Map.of(), JsonNode.class)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            Contacts   | {"lastname":"A"}                                            |
            Contacts   | {}                                                          | lastname
            Contacts   | {"lastname":""}                                             | lastname
            Contacts   | {"lastname":"A","birthday":"1990-12-31"}                    |
            Contacts   | {"lastname":"A","birthday":null}                            |
            Contacts   | {"lastname":"A","birthday":"31 December"}                   | birthday
            Contacts   | {"lastname":"A","email":"nobody"}                           | email
            Contacts   | {"lastname":"A","donotcall":true}                           |
            Contacts   | {"lastname":"A","donotcall":"1"}                            |
            Contacts   | {"lastname":"A","donotcall":"perhaps"}                      | donotcall
            Contacts   | {"lastname":"A","account_id":"11x3"}                        |
            Contacts   | {"lastname":"A","account_id":"10x3"}                        | account_id
            Contacts   | {"lastname":"A","account_id":"Acme"}                        | account_id
            Contacts   | {"lastname":"A","assigned_user_id":"20x2"}                  |
            Contacts   | {"lastname":"A","assigned_user_id":"12x2"}                  | assigned_user_id
            Contacts   | {"lastname":"A","createdtime":"2026-01-31T10:00:00Z"}       |
            Contacts   | {"lastname":"A","createdtime":"2026-01-31 10:00:00"}        |
            Contacts   | {"lastname":"A","createdtime":"yesterday"}                  | createdtime
            Contacts   | {"lastname":17}                                             | lastname
            Leads      | {"lastname":"A","annualrevenue":12.5}                       |
            Leads      | {"lastname":"A","annualrevenue":"12.50000000"}              |
            Leads      | {"lastname":"A","annualrevenue":"a lot"}                    | annualrevenue
            Leads      | {"lastname":"A","noofemployees":12}                         |
            Leads      | {"lastname":"A","noofemployees":12.5}                       | noofemployees
            Leads      | {"lastname":"A","noofemployees":3000000000}                 | noofemployees
            Leads      | {"lastname":"A","website":"www.example.com/a"}              |
            Leads      | {"lastname":"A","website":"https://example.com"}            |
            Leads      | {"lastname":"A","industry":"Banking"}                       |
            Leads      | {"lastname":"A","industry":"Pottery"}                       | industry
            Accounts   | {"accountname":"A","cf_new":"custom"}                       |
            Calendar   | {"subject":"A","date_start":"2026-01-31","time_start":"09:00","due_date":"2026-01-31","taskstatus":"Planned"} |
            Calendar   | {"subject":"A","date_start":"2026-01-31","time_start":"9 am","due_date":"2026-01-31","taskstatus":"Planned"}  | time_start
            Calendar   | {"subject":"A","activitytype":"Call","date_start":"2026-01-31","time_start":"09:00","due_date":"2026-01-31","taskstatus":"Planned"} | activitytype
            """)
    void recordFitsOrNot(String module, String record, String fault) throws Exception {
        Set<ValidationMessage> faults = faults(VALIDATORS.getSchema(schema(module)), json.readTree(record));
        if (fault == null) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).isNotEmpty().allSatisfy(found -> assertThat(found.toString())
                    .contains(fault));
        }
    }

    @Test
    void lengthsOfStandardFieldsAreKnown() {
        assertThat(schema("Contacts").at("/properties/lastname/maxLength").intValue())
                .isEqualTo(80);
        ObjectMapper mapper = new ObjectMapper();
        JsonNode tooLong = mapper.valueToTree(Map.of("lastname", "x".repeat(81)));
        assertThat(faults(VALIDATORS.getSchema(schema("Contacts")), tooLong)).hasSize(1);
    }

    @Test
    void whatCannotBeWrittenIsReadOnly() {
        JsonNode fields = schema("Contacts").get("properties");
        assertThat(fields.at("/id/readOnly").booleanValue()).isTrue();
        assertThat(fields.at("/modifiedtime/readOnly").booleanValue()).isTrue();
        assertThat(fields.at("/contact_no/readOnly").booleanValue()).isTrue();
        assertThat(fields.at("/lastname").has("readOnly")).isFalse();
        assertThat(fields.at("/source").has("readOnly")).isFalse();
    }

    @Test
    void referencesNameTheirModules() {
        JsonNode account = schema("Contacts").at("/properties/account_id");
        assertThat(account.get("x-vtiger-modules")).hasToString("[\"Accounts\"]");
        assertThat(account.get("pattern").textValue()).contains("11");
    }

    @Test
    void moduleIsThatOfTheUriOrTheHeader() {
        assertThat(crm.body("vtiger:json-schema", null, Map.of(VtigerConstants.MODULE, "Leads"), Map.class))
                .extractingByKey("description")
                .asString()
                .contains("Leads");
        assertThat(crm.failure("vtiger:jsonSchema", null, Map.of()))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("needs a module");
        assertThat(crm.failure("vtiger:jsonSchema/Leds", null, Map.of()))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("Leads");
    }

    private static Set<ValidationMessage> faults(JsonSchema schema, JsonNode record) {
        return schema.validate(
                record, execution -> execution.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private JsonNode schema(String module) {
        return crm.body("vtiger:jsonSchema/" + module, null, Map.of(), JsonNode.class);
    }

    @SuppressWarnings("unchecked")
    private List<String> modules() {
        return crm.body("vtiger:listTypes", null, Map.of(), List.class);
    }
}
