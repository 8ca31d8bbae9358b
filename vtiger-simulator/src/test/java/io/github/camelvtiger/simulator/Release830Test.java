package io.github.camelvtiger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The five faults of release 8.3.0, and what it does right and 8.2.0 does not. */
class Release830Test {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DENIED = "Permission to perform the operation is denied";

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").release("8.3.0");

    private LoggedIn admin;
    private String contact;

    @BeforeEach
    void login() throws Exception {
        admin = LoggedIn.to(crm.server());
        contact = crm.crm().create("Contacts", Map.of("lastname", "A", "birthday", "1990-04-05"));
    }

    // Counts

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select count(*) from Contacts;",
                "select count(*) from Contacts where lastname = 'A';",
                "select count(*) from Contacts where lastname = 'nobody';",
                "select count(*) from Invoice;",
                "select count(*) from Users;",
                "select count(*) from Contacts limit 1;"
            })
    void aCountOfAModuleHasNoRow(String query) throws Exception {
        assertThat(query(query)).isEmpty();
        assertThat(crm.calls().get(crm.calls().size() - 1).why().cause()).contains("count(*)");
    }

    @Test
    void aCountOfAnActorTypeIsRight() throws Exception {
        assertThat(query("select count(*) from Groups;").get(0).get("count").asInt())
                .isPositive();
    }

    @Test
    void aRecordKnownToBeThereIsFoundByAnAlternative() throws Exception {
        assertThat(query("select id from Contacts where lastname = 'nobody' or id = '" + contact + "';"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("id").asText()).isEqualTo(contact));
    }

    // Orders

    @ParameterizedTest
    @ValueSource(strings = {"Invoice", "Quotes", "SalesOrder", "PurchaseOrder"})
    void ordersAreNotCreated(String module) throws Exception {
        Map<String, Object> order = order(module, 1, 10);
        order.put("id", contact);
        assertError(create(module, order), "INVALID_ID_ATTRIBUTE", "Id specified is incorrect");
        assertThat(crm.crm().count(module)).isZero();
        assertThat(crm.crm().count("LineItem")).isZero();
        assertThat(crm.crm().create(module, order(module, 1, 10)).split("x")[1])
                .as("no number is used up")
                .isEqualTo(Long.toString(number(contact) + 7));
    }

    @Test
    void checksOfTheElementComeFirst() throws Exception {
        Map<String, Object> order = order("Invoice", 1, 10);
        order.remove("subject");
        assertError(create("Invoice", order), "MANDATORY_FIELDS_MISSING", "subject does not have a value");
        Map<String, Object> withoutItems = order("Invoice", 1, 10);
        withoutItems.put("LineItems", List.of());
        assertError(create("Invoice", withoutItems), "MANDATORY_FIELDS_MISSING", "Mandatory Fields Missing..");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revise", "update"})
    void newItemsStayUnderTheOldTotals(String operation) throws Exception {
        String invoice = crm.crm().create("Invoice", order("Invoice", 2, 100));
        Map<String, Object> changed = order("Invoice", 3, 50);
        changed.put("id", invoice);
        // As it was read: a save with items writes the sent total before it computes its own.
        changed.put("hdnGrandTotal", "200.00000000");

        HttpResponse<String> answer = admin.post(operation, "element", JSON.writeValueAsString(changed));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
        JsonNode after = result(admin.get("retrieve", "id", invoice));
        assertThat(after.get("LineItems")).hasSize(1);
        assertThat(after.get("LineItems").get(0).get("quantity").asText()).isEqualTo("3.000");
        assertThat(after.get("LineItems").get(0).get("listprice").asText()).isEqualTo("50.00000000");
        assertThat(after.get("hdnGrandTotal").asText()).isEqualTo("200.00000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revise", "update"})
    void withoutItemsTheOldOnesStay(String operation) throws Exception {
        String invoice = crm.crm().create("Invoice", order("Invoice", 2, 100));
        Map<String, Object> changed = order("Invoice", 2, 100);
        changed.remove("LineItems");
        changed.put("id", invoice);
        changed.put("subject", "Other");

        JsonNode revised = result(admin.post(operation, "element", JSON.writeValueAsString(changed)));

        assertThat(revised.get("subject").asText()).isEqualTo("Other");
        JsonNode items = result(admin.get("retrieve", "id", invoice)).get("LineItems");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("parent_id").asText()).isEqualTo(invoice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "14x", "0"})
    void theProductOfAnItemMustBeNamedByAnId(String product) throws Exception {
        String invoice = crm.crm().create("Invoice", order("Invoice", 2, 100));
        Map<String, Object> changed =
                Map.of("id", invoice, "LineItems", List.of(Map.of("productid", product, "quantity", 1)));

        assertError(
                admin.post("revise", "element", JSON.writeValueAsString(changed)),
                "INVALID_ID_ATTRIBUTE",
                "Id specified is incorrect");
        assertThat(result(admin.get("retrieve", "id", invoice))
                        .get("LineItems")
                        .get(0)
                        .get("quantity")
                        .asText())
                .isEqualTo("2.000");
    }

    // Ordinary users

    @Test
    void usersWhoseProfileMayNotViewAllSeeActorTypesOnly() throws Exception {
        LoggedIn seller = LoggedIn.as("sales1", crm.server());

        assertThat(names(result(seller.get("listtypes")).get("types")))
                .containsExactly(
                        "Groups", "Currency", "DocumentFolders", "CompanyDetails", "LineItem", "Tax", "ProductTaxes");
        assertError(seller.get("describe", "elementType", "Contacts"), "ACCESS_DENIED", DENIED);
        assertError(seller.get("retrieve", "id", contact), "ACCESS_DENIED", DENIED);
        assertError(seller.get("query", "query", "select * from Contacts;"), "ACCESS_DENIED", DENIED);
        assertError(
                seller.post("create", "elementType", "Contacts", "element", "{\"lastname\":\"B\"}"),
                "ACCESS_DENIED",
                DENIED);
        assertError(seller.post("revise", "element", "{\"id\":\"" + contact + "\"}"), "ACCESS_DENIED", DENIED);
        assertError(seller.post("delete", "id", contact), "ACCESS_DENIED", DENIED);
    }

    @Test
    void theRightToViewAllShowsTheModules() throws Exception {
        crm.crm().letViewAll("sales1");
        LoggedIn seller = LoggedIn.as("sales1", crm.server());

        assertThat(names(result(seller.get("listtypes")).get("types")))
                .contains("Contacts", "Groups")
                .doesNotContain("Users");
        assertThat(result(seller.get("retrieve", "id", contact)).get("lastname").asText())
                .isEqualTo("A");
    }

    @ParameterizedTest
    @CsvSource({"19x1,true", "19x6,true", "19x0,false", "19x2,false", "19x3,false", "20x2,true"})
    void usersMayAssignToThoseThereAre(String owner, boolean allowed) throws Exception {
        crm.crm().letViewAll("sales1");
        LoggedIn seller = LoggedIn.as("sales1", crm.server());

        HttpResponse<String> answer = seller.post(
                "create",
                "elementType",
                "Contacts",
                "element",
                "{\"lastname\":\"B\",\"assigned_user_id\":\"" + owner + "\"}");

        if (allowed) {
            assertThat(result(answer).get("assigned_user_id").asText()).isEqualTo(owner);
        } else {
            assertError(answer, "ACCESS_DENIED", "Cannot assign record to the given user");
        }
    }

    // NULL

    @Test
    void emptyReferencesAndDatesAreNull() throws Exception {
        JsonNode created =
                result(create("Contacts", Map.of("lastname", "B", "firstname", "", "assigned_user_id", "19x1")));
        JsonNode retrieved =
                result(admin.get("retrieve", "id", created.get("id").asText()));
        JsonNode queried = query("select * from Contacts where lastname = 'B';").get(0);

        for (JsonNode record : List.of(created, retrieved, queried)) {
            assertThat(record.get("account_id").isNull()).isTrue();
            assertThat(record.get("contact_id").isNull()).isTrue();
            assertThat(record.get("birthday").isNull()).isTrue();
            assertThat(record.get("firstname").textValue()).isEmpty();
            assertThat(record.get("phone").textValue()).isEmpty();
            assertThat(record.get("donotcall").textValue()).isEqualTo("0");
        }
        JsonNode product = result(create("Products", Map.of("productname", "P", "assigned_user_id", "19x1")));
        assertThat(product.get("sales_start_date").isNull()).isTrue();
        assertThat(product.get("vendor_id").isNull()).isTrue();
        assertThat(result(create("Emails", email())).get("parent_id").textValue())
                .isEmpty();
    }

    @Test
    void aReferenceToADeletedRecordIsNull() throws Exception {
        String account = crm.crm().create("Accounts", Map.of("accountname", "Acme"));
        crm.crm().revise(contact, Map.of("account_id", account));
        crm.crm().delete(account);

        assertThat(result(admin.get("retrieve", "id", contact))
                        .get("account_id")
                        .isNull())
                .isTrue();
    }

    @Test
    void aRecordWithNullsCanBeSentBack() throws Exception {
        JsonNode read = result(admin.get("retrieve", "id", contact));

        JsonNode updated = result(admin.post("update", "element", read.toString()));

        assertThat(updated.get("birthday").asText()).isEqualTo("1990-04-05");
        assertThat(updated.get("account_id").isNull()).isTrue();
    }

    // Ids

    @ParameterizedTest
    @CsvSource({
        "12x,INVALID_ID_ATTRIBUTE,Id specified is incorrect",
        "12X5,INVALID_ID_ATTRIBUTE,Id specified is incorrect",
        "abc,ACCESS_DENIED," + DENIED + " for id",
        "999x1,ACCESS_DENIED," + DENIED + " for id",
        "'',ACCESS_DENIED," + DENIED + " for id",
        "5,ACCESS_DENIED," + DENIED,
        "12x0,ACCESS_DENIED," + DENIED,
        "12x987654,ACCESS_DENIED," + DENIED
    })
    void idsToRetrieve(String id, String code, String message) throws Exception {
        assertError(admin.get("retrieve", "id", id), code, message);
        assertError(admin.post("delete", "id", id), code, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "12x", "12X5", "0"})
    void idsToChange(String id) throws Exception {
        String element = JSON.writeValueAsString(Map.of("id", id, "lastname", "C", "assigned_user_id", "19x1"));
        assertError(admin.post("revise", "element", element), "INVALID_ID_ATTRIBUTE", "Id specified is incorrect");
        assertError(admin.post("update", "element", element), "INVALID_ID_ATTRIBUTE", "Id specified is incorrect");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id = 'abc'", "assigned_user_id = 'x'", "id like '12x%'", "id in ('12x1','y')"})
    void idsInConditions(String condition) throws Exception {
        assertError(
                admin.get("query", "query", "select id from Contacts where " + condition + ";"),
                "INVALID_ID_ATTRIBUTE",
                "Id specified is incorrect");
    }

    @Test
    void idsOfReferencesAndOwners() throws Exception {
        assertError(
                create("Contacts", Map.of("lastname", "B", "assigned_user_id", "19x1", "account_id", "abc")),
                "INVALID_ID_ATTRIBUTE",
                "Id specified is incorrect");
        assertError(
                create("Contacts", Map.of("lastname", "B", "assigned_user_id", "admin")),
                "INVALID_ID_ATTRIBUTE",
                "Id specified is incorrect");
        for (String owner : List.of("1", "12x1")) {
            assertThat(result(create("Contacts", Map.of("lastname", "B", "assigned_user_id", owner)))
                            .get("assigned_user_id")
                            .asText())
                    .isEqualTo("19x1");
        }
    }

    private static Map<String, Object> email() {
        return Map.of(
                "subject",
                "S",
                "date_start",
                "2026-01-01",
                "activitytype",
                "Emails",
                "saved_toid",
                "a@example.com",
                "from_email",
                "b@example.com",
                "assigned_user_id",
                "19x1");
    }

    private static Map<String, Object> order(String module, int quantity, int price) {
        String product = crm.crm().create("Products", Map.of("productname", "P"));
        Map<String, Object> order = new LinkedHashMap<>(Map.of(
                "subject",
                "S",
                "bill_street",
                "b",
                "ship_street",
                "s",
                "productid",
                product,
                "assigned_user_id",
                "19x1"));
        order.put("account_id", crm.crm().create("Accounts", Map.of("accountname", "A" + product)));
        order.put("vendor_id", crm.crm().create("Vendors", Map.of("vendorname", "V")));
        order.putAll(Map.of(
                "invoicestatus", "Created", "quotestage", "Created", "sostatus", "Created", "postatus", "Created"));
        order.put("LineItems", List.of(Map.of("productid", product, "quantity", quantity, "listprice", price)));
        return order;
    }

    private HttpResponse<String> create(String module, Map<String, ?> element) throws Exception {
        return admin.post("create", "elementType", module, "element", JSON.writeValueAsString(element));
    }

    private List<JsonNode> query(String query) throws Exception {
        return StreamSupport.stream(result(admin.get("query", "query", query)).spliterator(), false)
                .toList();
    }

    private static JsonNode result(HttpResponse<String> answer) throws Exception {
        JsonNode envelope = JSON.readTree(answer.body());
        assertThat(envelope.path("success").asBoolean()).as(answer.body()).isTrue();
        return envelope.get("result");
    }

    private static void assertError(HttpResponse<String> answer, String code, String message) throws Exception {
        JsonNode error = JSON.readTree(answer.body()).path("error");
        assertThat(error.path("code").asText()).as(answer.body()).isEqualTo(code);
        assertThat(error.path("message").asText()).isEqualTo(message);
    }

    private static List<String> names(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('x') + 1));
    }
}
