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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Exchange;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema of a module's records, by a validator that knows nothing of this component. */
class JsonSchemaTest extends CrmTestSupport {

    private static final JsonSchemaFactory VALIDATORS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private static final Map<String, String> LABELS = Map.of("Project", "projectname", "Vendors", "vendorname");

    private final ObjectMapper json = new ObjectMapper();

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
        Set<String> read = new HashSet<>();
        SoftAssertions all = new SoftAssertions();
        for (String module : modules()) {
            JsonSchema schema = VALIDATORS.getSchema(schema(module));
            for (JsonNode record : records(module)) {
                read.add(module);
                all.assertThat(faults(schema, record)).as(module + " " + record).isEmpty();
            }
        }
        all.assertAll();
        assertThat(read).contains("Contacts", "Leads", "Products", "HelpDesk", "Users", "Groups", "Currency", "Tax");
    }

    @Test
    void whatTheSchemaAsksForIsWhatTheCrmAsksFor() {
        SmallestRecords smallest = new SmallestRecords(this::schema, this::anyRecord);
        Map<String, String> refused = new LinkedHashMap<>();
        SoftAssertions all = new SoftAssertions();
        for (String module : modules()) {
            Map<String, Object> record = smallest.of(module);
            JsonSchema schema = VALIDATORS.getSchema(schema(module));
            all.assertThat(faults(schema, json.valueToTree(record))).as(module).isEmpty();
            Exchange created = call("vtiger:create/" + module, record);
            if (created.getException() != null) {
                refused.put(module, created.getException().getMessage());
                continue;
            }
            String id = created.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
            JsonNode stored = call("vtiger:retrieve", id).getMessage().getBody(JsonNode.class);
            all.assertThat(faults(schema, stored)).as(module + " " + stored).isEmpty();
        }
        all.assertAll();
        // Base data, users and items, which the smallest record does not make (webservice.md §5, §9).
        assertThat(refused.keySet())
                .containsExactlyInAnyOrder("Users", "DocumentFolders", "CompanyDetails", "LineItem", "ProductTaxes");
    }

    private String anyRecord(String module) {
        List<?> rows = call("vtiger:query/" + module, null).getMessage().getBody(List.class);
        return rows.isEmpty()
                ? crm.crm().create(module, Map.of(LABELS.get(module), "Referred to"))
                : String.valueOf(((Map<?, ?>) rows.get(0)).get("id"));
    }

    private List<JsonNode> records(String module) {
        List<?> rows = call("vtiger:query/" + module, null).getMessage().getBody(List.class);
        return rows.stream()
                .limit(20)
                .map(row -> call("vtiger:retrieve", String.valueOf(((Map<?, ?>) row).get("id"))))
                .filter(read -> read.getException() == null)
                .map(read -> read.getMessage().getBody(JsonNode.class))
                .toList();
    }

    @Test
    void ordersFitWithTheirItems() {
        String product = crm.crm().create("Products", Map.of("productname", "Bolts", "unit_price", "10"));
        String account = crm.crm().create("Accounts", Map.of("accountname", "Builders"));
        Map<String, Object> order = new LinkedHashMap<>(Map.of(
                "subject", "Bolts",
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
        Exchange created = call("vtiger:create/SalesOrder", order);
        assertThat(created.getException()).isNull();
        String id = created.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
        assertThat(faults(schema, call("vtiger:retrieve", id).getMessage().getBody(JsonNode.class)))
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
        assertThat(call("vtiger:json-schema", null, Map.of(VtigerConstants.MODULE, "Leads"))
                        .getMessage()
                        .getBody(Map.class))
                .extractingByKey("description")
                .asString()
                .contains("Leads");
        assertThat(call("vtiger:jsonSchema", null).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("needs a module");
        assertThat(call("vtiger:jsonSchema/Leds", null).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("Leads");
    }

    private static Set<ValidationMessage> faults(JsonSchema schema, JsonNode record) {
        return schema.validate(
                record, execution -> execution.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private JsonNode schema(String module) {
        return call("vtiger:jsonSchema/" + module, null).getMessage().getBody(JsonNode.class);
    }

    @SuppressWarnings("unchecked")
    private List<String> modules() {
        return call("vtiger:listTypes", null).getMessage().getBody(List.class);
    }
}
