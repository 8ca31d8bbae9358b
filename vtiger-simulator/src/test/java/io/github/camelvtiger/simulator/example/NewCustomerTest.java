package io.github.camelvtiger.simulator.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.fault.Fault;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An integration that makes Contacts, tested without a CRM. To be copied. */
class NewCustomerTest {

    /** Started once for the class; before each test the data are as seeded, and nothing is armed or recorded. */
    @RegisterExtension
    static VtigerSimulator crm = VtigerSimulator.withSeed("empty");

    @Test
    void aNewCustomerBelongsToItsCompany() throws Exception {
        String company = crm.crm().create("Accounts", Map.of("accountname", "Analytical Engines"));

        String id = new Customers(crm.url(), crm.username(), crm.accessKey()).add("Lovelace", "Analytical Engines");

        assertThat(crm.crm().record(id).orElseThrow())
                .containsEntry("lastname", "Lovelace")
                .containsEntry("account_id", company);
        assertThat(crm.calls())
                .extracting(RecordedCall::operation)
                .containsExactly("getchallenge", "login", "query", "create");
    }

    @Test
    void aServerThatFailsLeavesNoHalfCustomer() throws Exception {
        crm.faults().failNext(1, Fault.HTTP_500_EMPTY, "create");
        Customers customers = new Customers(crm.url(), crm.username(), crm.accessKey());

        assertThatThrownBy(() -> customers.add("Lovelace", "Nobody")).isInstanceOf(IOException.class);

        assertThat(crm.crm().count("Contacts")).isZero();
    }

    /** The server says "denied" whatever the reason; the journal knows it. */
    @Test
    void theJournalSaysWhyACallWasDenied() throws Exception {
        String id = crm.crm().create("Contacts", Map.of("lastname", "Lovelace"));
        crm.crm().delete(id);
        Customers customers = new Customers(crm.url(), crm.username(), crm.accessKey());

        assertThatThrownBy(() -> customers.call("retrieve", "id", id)).hasMessageContaining("denied");

        assertThat(crm.calls().get(2).why().cause()).startsWith(id + " was deleted at");
    }

    /** What is tested: in your project this is your own code. */
    private static final class Customers {

        private final HttpClient http = HttpClient.newHttpClient();
        private final ObjectMapper json = new ObjectMapper();
        private final URI script;
        private final String session;

        Customers(String url, String username, String accessKey) throws Exception {
            script = URI.create(url + "webservice.php");
            String token = send(get("operation", "getchallenge", "username", username))
                    .path("token")
                    .asText();
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            String proof = HexFormat.of().formatHex(md5.digest((token + accessKey).getBytes(StandardCharsets.UTF_8)));
            session = send(post("operation", "login", "username", username, "accessKey", proof))
                    .path("sessionName")
                    .asText();
        }

        String add(String lastName, String company) throws Exception {
            JsonNode found = call("query", "query", "select id from Accounts where accountname='" + company + "';");
            String element = json.writeValueAsString(Map.of(
                    "lastname", lastName, "account_id", found.path(0).path("id").asText(), "assigned_user_id", "19x1"));
            return send(post(
                            "operation",
                            "create",
                            "sessionName",
                            session,
                            "elementType",
                            "Contacts",
                            "element",
                            element))
                    .path("id")
                    .asText();
        }

        JsonNode call(String operation, String name, String value) throws Exception {
            return send(get("operation", operation, "sessionName", session, name, value));
        }

        private HttpRequest get(String... parameters) {
            return HttpRequest.newBuilder(URI.create(script + "?" + encoded(parameters)))
                    .build();
        }

        private HttpRequest post(String... parameters) {
            return HttpRequest.newBuilder(script)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(encoded(parameters)))
                    .build();
        }

        private JsonNode send(HttpRequest request) throws Exception {
            JsonNode answer =
                    json.readTree(http.send(request, BodyHandlers.ofString()).body());
            if (!answer.path("success").asBoolean()) {
                throw new IOException("the CRM answers "
                        + answer.path("error").path("message").asText("nothing"));
            }
            return answer.path("result");
        }

        private static String encoded(String... parameters) {
            StringJoiner form = new StringJoiner("&");
            for (int i = 0; i < parameters.length; i += 2) {
                form.add(parameters[i] + "=" + URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
            }
            return form.toString();
        }
    }
}
