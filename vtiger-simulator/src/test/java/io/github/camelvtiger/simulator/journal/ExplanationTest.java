package io.github.camelvtiger.simulator.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.http.RawClient;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The journal says what the server keeps to itself, and the nearest call that works. */
class ExplanationTest {

    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty").with(server -> server.controlApi(true));

    private RawClient client;
    private String session;

    @BeforeEach
    void logIn() throws Exception {
        client = new RawClient(crm.port());
        String token = client.get("operation", "getchallenge", "username", "admin")
                .body()
                .replaceAll(".*\"token\":\"(\\w+)\".*", "$1");
        session = login(md5(token + crm.accessKey())).replaceAll(".*\"sessionName\":\"(\\w+)\".*", "$1");
        crm.clearCalls();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "select id from Contacts | select id from Contacts;",
                "select id from Contact; | select id from Contacts;",
                "select last_name from Contacts; | select lastname from Contacts;",
                "select id from Contacts where lastnam = 'x'; | select id from Contacts where lastname = 'x';",
                "select id from Contacts where lastname <> 'x'; | select id from Contacts where lastname != 'x';",
                "select id from Contacts where lastname = \"x\"; | select id from Contacts where lastname = 'x';",
                "select id from Contacts where lastname = ''; | select id from Contacts where lastname = ' ';",
                "select id from Contacts where lastname = Smith; | select id from Contacts where lastname = 'Smith';",
                "select count(id) from Contacts; | select count(*) from Contacts;",
                "select id from Contacts limit 10 offset 5; | select id from Contacts limit 5, 10;",
                "select id from Contacts limit 5 order by id; | select id from Contacts order by id limit 5;",
                "select id from Contacts order by lastnme; | select id from Contacts order by lastname;",
                "select id from Contacts where id > 100; | select id from Contacts where id > '12x100';",
                "select Contacts.lastname from Contacts; | select lastname from Contacts;",
                "select id from Potentials where amount > 1.5; | select id from Potentials where amount > '1.5';",
                "select firstnme from Contacts where lastname <> 'a' | select firstname from Contacts where lastname != 'a';"
            })
    void theNearestQueryThatWorksIsNamed(String sent, String works) throws Exception {
        get("query", "query", sent);

        assertThat(last().why().nearest()).isEqualTo(works);
        assertThat(last().why().cause()).isNotEmpty();
    }

    @Test
    void anErrorOfTheDatabaseStandsBehindAnEmptyResult() throws Exception {
        assertThat(get("query", "query", "select id from Contacts limit -1;")).contains("\"result\":[]");

        assertThat(last().why().cause()).contains("database refuses").contains("limit -1");
    }

    @Test
    void aResultWithoutRowsNeedsNoExplanation() throws Exception {
        assertThat(get("query", "query", "select id from Contacts;")).contains("\"result\":[]");

        assertThat(last().why()).isEqualTo(Explanation.NONE);
    }

    @Test
    void oneDenialHasManyCauses() throws Exception {
        String id = crm.crm().create("Contacts", Map.of("lastname", "Curie"));
        String number = id.substring(3);
        get("retrieve", "id", "11x" + number);
        assertThat(last().why().nearest()).isEqualTo(id);

        crm.crm().delete(id);
        get("retrieve", "id", id);
        assertThat(last().why().cause()).contains("was deleted at");

        get("retrieve", "id", "12x99999");
        assertThat(last().why().cause()).contains("12x99999 is not the id of a record");

        get("retrieve", "id", "99x1");
        assertThat(last().why().cause()).contains("no module has the prefix 99");
    }

    @Test
    void parametersInTheWrongPartOfTheRequestAreNamed() throws Exception {
        post("query", "query", "select id from Contacts;");
        assertThat(last().why().cause()).contains("query string only; not read: query");

        get("create", "elementType", "Contacts", "element", "{\"lastname\":\"Curie\"}");
        assertThat(last().why().cause()).contains("form body only; not read: element, elementType");
    }

    @Test
    void anElementThatIsNoJsonAndAMisspeltFieldAreNamed() throws Exception {
        post("create", "elementType", "Contacts", "element", "{\"lastname\":\"Curie\"");
        assertThat(last().why().cause()).contains("element is not JSON");

        post("create", "elementType", "Contacts", "element", "{\"last_name\":\"Curie\",\"assigned_user_id\":\"19x1\"}");
        assertThat(last().why().nearest()).isEqualTo("lastname instead of last_name");
    }

    @Test
    void aFieldThatIsDroppedIsNamed() throws Exception {
        String id = crm.crm().create("Contacts", Map.of("lastname", "Curie"));

        assertThat(post("revise", "element", "{\"id\":\"" + id + "\",\"first_name\":\"Marie\"}"))
                .contains("\"success\":true");

        assertThat(last().why())
                .isEqualTo(new Explanation(
                        "Contacts has no field first_name: dropped", "firstname instead of first_name"));
    }

    @Test
    void theControlApiTellsTheSame() throws Exception {
        get("query", "query", "select id from Contacts");

        assertThat(client.send(client.request("/simulator/calls")).body())
                .contains("\"nearest\":\"select id from Contacts;\"")
                .doesNotContain(session);
    }

    @Test
    void aCrashHasItsCauseAndAnUnknownOperationTheNearestOne() throws Exception {
        post("create", "elementType", "Contacts", "element", "\"x\"");
        assertThat(last().status()).isEqualTo(500);
        assertThat(last().why().cause()).contains("JSON string");

        get("retreive", "id", "12x1");
        assertThat(last().why().nearest()).isEqualTo("retrieve");
    }

    @Test
    void theEndOfASessionIsExplainedWithoutItsName() throws Exception {
        crm.faults().expireSessions();
        get("listtypes");
        assertThat(last().why().cause()).isEqualTo("session 1 was ended together with all others");

        client.get("operation", "listtypes", "sessionName", "abc");
        assertThat(last().why().cause()).isEqualTo("no session ever had this name");
    }

    @Test
    void aWrongLoginIsExplained() throws Exception {
        login(crm.accessKey());
        assertThat(last().why().cause()).isEqualTo("the access key itself was sent");
        login("abc");
        assertThat(last().why().cause()).startsWith("another access key");
    }

    @Test
    void aFailedTestTellsTheLastCallsWithoutSecrets() throws Exception {
        get("query", "query", "select id from Contacts");
        List<String> told = new ArrayList<>();
        ExtensionContext failed = (ExtensionContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ExtensionContext.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("publishReportEntry")) {
                        told.add(arguments[1].toString());
                    }
                    return method.getName().equals("getExecutionException")
                            ? Optional.of(new AssertionError("failed"))
                            : null;
                });

        crm.afterEach(failed);

        assertThat(told)
                .singleElement()
                .asString()
                .contains("would have worked: select id from Contacts;")
                .doesNotContain(session)
                .doesNotContain(crm.accessKey());
    }

    private RecordedCall last() {
        List<RecordedCall> calls = crm.calls();
        return calls.get(calls.size() - 1);
    }

    private String get(String operation, String... parameters) throws Exception {
        return client.get(with(operation, parameters)).body();
    }

    private String post(String operation, String... parameters) throws Exception {
        return client.post(with(operation, parameters)).body();
    }

    private String[] with(String operation, String... parameters) {
        List<String> all = new ArrayList<>(List.of("operation", operation, "sessionName", session));
        all.addAll(List.of(parameters));
        return all.toArray(String[]::new);
    }

    private String login(String accessKey) throws Exception {
        return client.post("operation", "login", "username", "admin", "accessKey", accessKey)
                .body();
    }

    private static String md5(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
