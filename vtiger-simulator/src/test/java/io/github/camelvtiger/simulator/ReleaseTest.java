package io.github.camelvtiger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.http.RawClient;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.metadata.Release;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What releases answer differently from each other. */
class ReleaseTest {

    private SimulatorServer server;
    private LoggedIn admin;

    @AfterEach
    void stop() {
        server.close();
    }

    private void start(Release release) throws Exception {
        start(SimulatorServer.builder().release(release));
    }

    private void start(SimulatorBuilder builder) throws Exception {
        server = builder.seed("empty").start();
        admin = LoggedIn.to(server);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "V7_3_0")
    void theReleaseIsToldByTheSession(Release release) throws Exception {
        start(release);

        HttpResponse<String> extended = admin.client()
                .send(admin.client()
                        .form("operation", "extendsession", "sessionName", admin.session())
                        .header("Cookie", "PHPSESSID=" + admin.session()));

        assertThat(extended.body()).contains("\"vtigerVersion\":\"" + release + "\"");
    }

    @Test
    void the73ExtendsNoSessionOfTheApi() throws Exception {
        start(Release.V7_3_0);
        assertThat(admin.client()
                        .send(admin.client()
                                .form("operation", "extendsession", "sessionName", admin.session())
                                .header("Cookie", "PHPSESSID=" + admin.session()))
                        .body())
                .contains("AUTHENTICATION_FAILURE");
    }

    @Test
    void the73CannotLogInOnPhp8() throws Exception {
        server = SimulatorServer.builder()
                .seed("empty")
                .release(Release.V7_3_0)
                .behaviour(Behaviour.PHP8)
                .start();
        assertThat(LoggedIn.login(new RawClient(server.port()), "admin", server.accessKey())
                        .statusCode())
                .isEqualTo(500);
    }

    @Test
    void the84DownloadsAndConvertsOnPhp8AndDoesNotSync() throws Exception {
        start(Release.V8_4_0);
        assertThat(admin.get("files_retrieve", "id", "15x0").body()).contains("RECORD_NOT_FOUND");
        assertThat(admin.post("convertlead", "element", "{\"leadId\":\"10x0\"}").body())
                .contains("ACCESS_DENIED");
        assertThat(admin.get("sync", "modifiedTime", "2000000000", "elementType", "Contacts")
                        .statusCode())
                .isEqualTo(500);
        assertThat(admin.post("logout").statusCode()).isEqualTo(500);
        assertThat(admin.get("retrieve_inventory", "id", "7x0").statusCode()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({"Quotes, 7.3.0, 0", "SalesOrder, 7.3.0, 0", "Invoice, 7.3.0, 1", "Quotes, 8.2.0, 1", "Quotes, 8.4.0, 1"
    })
    void oldReleasesLoseTheItemsOfASaveWithoutItems(String module, String release, int left) throws Exception {
        start(Release.parse(release));
        String product = server.crm().create("Products", Map.of("productname", "P"));
        String account = server.crm().create("Accounts", Map.of("accountname", "A"));
        Map<String, Object> order = new LinkedHashMap<>(Map.of(
                "subject", "S", "account_id", account, "bill_street", "B", "ship_street", "S", "productid", product));
        order.put("LineItems", List.of(Map.of("productid", product, "quantity", "2", "listprice", "5")));
        order.putAll(Map.of("quotestage", "Created", "sostatus", "Created", "invoicestatus", "Created"));
        String id = server.crm().create(module, order);
        assertThat(admin.post("revise", "element", "{\"id\":\"" + id + "\",\"subject\":\"T\"}")
                        .body())
                .contains("\"success\":true");
        assertThat(admin.get("query", "query", "select id from LineItem where parent_id='" + id + "';")
                                .body()
                                .split("33x")
                                .length
                        - 1)
                .isEqualTo(left);
    }

    @Test
    void secretsOfUsersAreGivenOutByTheOldOneOnly() throws Exception {
        start(Release.V8_0_0);
        String key = server.accessKey();

        assertThat(admin.get("retrieve", "id", "19x1").body())
                .contains("\"accesskey\":\"" + key + "\"", "\"user_password\":\"$2y$10$");
        assertThat(admin.get("query", "query", "select user_name, accesskey from Users;")
                        .body())
                .contains("\"accesskey\":\"" + key + "\"");
        server.close();

        start(Release.V8_2_0);
        assertThat(admin.get("retrieve", "id", "19x1").body()).doesNotContain("accesskey", "user_password");
        assertThat(admin.get("query", "query", "select user_name, accesskey from Users;")
                        .body())
                .contains("\"success\":false");
    }

    @Test
    void anArrayInATextFieldPrintsALineBeforeTheAnswerOfTheOldOne() throws Exception {
        start(Release.V8_0_0);
        String[] lines = create("Contacts", "{\"lastname\":[\"A\",\"B\"],\"assigned_user_id\":\"19x1\"}")
                .split("\n", 2);

        assertThat(lines[0]).isEqualTo("Input array has 3 params, does not match query: 'insert'");
        assertThat(lines[1]).startsWith("{\"success\":true,\"result\":{");
        server.close();

        start(Release.V8_2_0);
        assertThat(create("Contacts", "{\"lastname\":[\"A\",\"B\"],\"assigned_user_id\":\"19x1\"}"))
                .startsWith("{")
                .contains("\"lastname\":\"A\"");
    }

    @Test
    void onlyTheOldOneTakesAnArrayForSeveralValues() throws Exception {
        String record = "{\"lastname\":\"A\",\"assigned_user_id\":\"19x1\",\"cf_tags\":[\"x\",\"y\"]}";
        start(withTags(Release.V8_0_0));
        assertThat(create("Contacts", record)).startsWith("{").contains("\"cf_tags\":\"x |##| y\"");
        server.close();

        start(withTags(Release.V8_2_0));
        assertThat(create("Contacts", record)).contains("\"cf_tags\":\"x\"");
    }

    @Test
    void individualTaxesLeaveAnInvoiceWithoutItemsInTheOldOne() throws Exception {
        start(Release.V8_0_0);
        String product = server.crm().create("Products", Map.of("productname", "Lamp"));
        String account = server.crm().create("Accounts", Map.of("accountname", "Acme"));
        HttpResponse<String> answer = admin.post(
                "create",
                "elementType",
                "Invoice",
                "element",
                "{\"subject\":\"Orphan\",\"account_id\":\"" + account + "\",\"productid\":\"" + product
                        + "\",\"assigned_user_id\":\"19x1\",\"invoicestatus\":\"Created\",\"bill_street\":\"s\","
                        + "\"ship_street\":\"s\",\"hdnTaxType\":\"individual\",\"LineItems\":[{\"productid\":\""
                        + product + "\",\"quantity\":1,\"listprice\":5}]}");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).isEmpty();
        assertThat(admin.get("query", "query", "select subject from Invoice;").body())
                .contains("Orphan");
        assertThat(admin.get("query", "query", "select id from LineItem;").body())
                .contains("\"result\":[]");
    }

    /** Seen on 8.2.0: the first numbers are allowed, whoever has them; nobody's number becomes the caller. */
    @ParameterizedTest
    @CsvSource({"19x0,19x6", "19x1,19x1", "19x2,20x2", "19x6,19x6", "19x7,", "19x,", "19,", "20x0,"})
    void ordinaryUsersAssignByAListThatCountsFromZeroUntil820(String owner, String stored) throws Exception {
        start(Release.V8_2_0);
        String element = "{\"lastname\":\"A\",\"assigned_user_id\":\"" + owner + "\"}";

        String answer = LoggedIn.as("sales1", server)
                .post("create", "elementType", "Contacts", "element", element)
                .body();

        assertThat(answer)
                .contains(
                        stored == null
                                ? "Cannot assign record to the given user"
                                : "\"assigned_user_id\":\"" + stored + "\"");
    }

    @Test
    void theRestProtocolAnswersOn830AsWell() throws Exception {
        start(SimulatorServer.builder().release(Release.V8_3_0).rest(true));
        String contact = server.crm().create("Contacts", Map.of("lastname", "A"));

        HttpResponse<String> answer = admin.client()
                .send(admin.client()
                        .request("/restapi/v1/vtiger/default/retrieve?id=" + contact)
                        .header("Authorization", basic("admin", server.accessKey())));

        assertThat(answer.body()).contains("\"success\":true", "\"lastname\":\"A\"");
    }

    private static String basic(String user, String key) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anUnknownReleaseIsRefusedByItsName() throws Exception {
        start(Release.V8_2_0);

        assertThatThrownBy(() -> Release.parse("7.5.0"))
                .hasMessage("release is \"7.5.0\": give 8.2.0 or 8.3.0 or 8.0.0 or 8.4.0 or 7.3.0");
    }

    private static SimulatorBuilder withTags(Release release) throws Exception {
        String fields = "{\"modules\":[{\"name\":\"Contacts\",\"fields\":[{\"name\":\"cf_tags\",\"label\":\"Tags\","
                + "\"type\":\"multipicklist\",\"picklist\":[\"x\",\"y\"]}]}]}";
        return SimulatorServer.builder()
                .release(release)
                .metadata(CustomMetadata.of("test", new ObjectMapper().readTree(fields)));
    }

    private String create(String module, String element) throws Exception {
        return admin.post("create", "elementType", module, "element", element).body();
    }
}
