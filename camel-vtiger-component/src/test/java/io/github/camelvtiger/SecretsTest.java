package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.simulator.fault.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.logging.log4j.Level;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At TRACE no logger prints a secret but those that the docs name; on an endpoint Camel itself would print it. */
class SecretsTest extends CrmTestSupport {

    @TempDir
    Path cursors;

    @Test
    void accessKeyIsInNoLogLineAndNoMessage() throws IOException {
        bind("wrong", "wr0ng+Key&42");
        Exchange wrong;
        try (LogLines log = LogLines.ofAll()) {
            call("vtiger:create/Contacts", Map.of("lastname", "Secret"));
            wrong = call("vtiger:me?connection=wrong", null);
            assertThat(log.wholeLines()).isNotEmpty();
            assertThat(log.undocumented(
                            line -> Stream.of(crm.accessKey(), "wr0ng", basic(crm.accessKey()), basic("wr0ng+Key&42"))
                                    .anyMatch(line::contains)))
                    .isEmpty();
        }
        assertThat(wrong.getException()).isInstanceOf(AuthenticationException.class);
        assertThat(wrong.getException().toString()).doesNotContain("wr0ng", basic("wr0ng+Key&42"));
    }

    @Test
    void theComponentsLoggersShowItsStepsAtTraceAndNoSecretOrValue() {
        bind("traced", crm.accessKey());
        bind("rated", crm.accessKey()).setRequestsPerMinute(240);
        List<String> ours;
        try (LogLines log = LogLines.of(Level.TRACE)) {
            String id = call("vtiger:create/Contacts?connection=traced", Map.of("lastname", "PrivateName"))
                    .getMessage()
                    .getHeader(VtigerConstants.RECORD_ID, String.class);
            call("vtiger:revise/Contacts?connection=traced", Map.of("id", id, "lastname", "PrivateName 2"));
            call("vtiger:upsert/Contacts?matchFields=lastname&connection=traced", Map.of("lastname", "PrivateName 2"));
            call("vtiger:retrieve/Contacts?connection=traced", id);
            call(
                    "vtiger:query?connection=traced&query=RAW(SELECT * FROM Contacts WHERE lastname = 'PrivateName 2')",
                    null);
            call("vtiger:count/Contacts?connection=traced", null);
            call("vtiger:export/Contacts?connection=traced", null);
            call("vtiger:listTypes?connection=traced", null);
            crm.faults().expireSessions();
            crm.faults().failNext(1, Fault.HTTP_500_EMPTY, "retrieve");
            call("vtiger:me?connection=traced", null);
            call("vtiger:retrieve/Contacts?connection=traced", id);
            crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
            call(
                    "vtiger:create/Contacts?ambiguousWrites=verify&connection=traced",
                    Map.of("lastname", "PrivateName 3"));
            call("vtiger:delete/Contacts?connection=traced", id);
            // Sent side by side, so that some must wait, however slow this machine is.
            call(
                    "vtiger:create/Contacts?connection=rated",
                    List.of(
                            Map.of("lastname", "PrivateName 4"),
                            Map.of("lastname", "PrivateName 5"),
                            Map.of("lastname", "PrivateName 6"),
                            Map.of("lastname", "PrivateName 7")));
            ours = log.wholeLines().toList();
        }
        if (protocol != VtigerProtocol.REST) {
            assertThat(ours)
                    .anyMatch(line -> line.matches(".*Login login of admin at .*"))
                    .anyMatch(line -> line.contains("the server does not know the session any more"));
        }
        assertThat(ours)
                .anyMatch(line -> line.matches(".*Protocol create Contacts: HTTP 200 .* success after \\d+ ms"))
                .anyMatch(line -> line.matches(".*RetryPolicy retrieve.*: attempt 1 of 4 failed; waiting .*"))
                .anyMatch(line -> line.matches(".*SharedRate a request waited \\d+ ms.*"))
                .anyMatch(line -> line.matches(".*Queries query Contacts: a page of \\d+ rows"))
                .anyMatch(line -> line.contains("looking whether a write without an answer happened"))
                .noneMatch(line -> line.contains(crm.accessKey()))
                .noneMatch(line -> line.contains("PrivateName"))
                .noneMatch(line -> line.contains(basic(crm.accessKey())))
                // Sessions, tokens and digests look like this, and nothing else here does.
                .noneMatch(line -> line.matches("(?s).*\\b[0-9a-f]{13,}\\b.*"));
    }

    @Test
    void noOperationAndNoConsumerShowsASecretWhetherItWorksOrFails() throws Exception {
        String wrongKey = "wr0ng+Key&42";
        bind("right", crm.accessKey());
        bind("wrong", wrongKey);
        StringWriter thrown = new StringWriter();
        try (LogLines log = LogLines.ofAll()) {
            String contact = contact("Secrets");
            for (String connection : List.of("right", "wrong")) {
                for (Map.Entry<String, Object> operation : operations(contact).entrySet()) {
                    Exchange done = call(operation.getKey() + "connection=" + connection, operation.getValue());
                    if (done.getException() != null) {
                        done.getException().printStackTrace(new PrintWriter(thrown, true));
                    }
                }
                consume("vtiger:changes/Contacts?startFrom=beginning&cursorKey=secrets-" + connection, connection);
                consume("vtiger:query/Contacts?columns=lastname", connection);
            }
            for (String secret : List.of(crm.accessKey(), wrongKey, basic(crm.accessKey()), basic(wrongKey))) {
                assertThat(log.undocumented(line -> line.contains(secret))).isEmpty();
                assertThat(thrown.toString()).doesNotContain(secret);
            }
            assertThat(log.wholeLines())
                    // Digits alone are the number of a record beyond all.
                    .noneMatch(line -> line.matches("(?s).*\\b(?=\\d*[a-f])[0-9a-f]{13,}\\b.*"));
        }
        assertThat(thrown.toString()).as("the wrong key was refused").contains("AuthenticationException");
        assertThat(context().getEndpointRegistry().values())
                .noneMatch(endpoint -> endpoint.toString().contains(crm.accessKey()));
    }

    /** Each with a body; a URI ends so that an option can follow. */
    private static Map<String, Object> operations(String contact) {
        Map<String, Object> operations = new LinkedHashMap<>();
        operations.put("vtiger:retrieve/Contacts?", contact);
        operations.put("vtiger:update/Contacts?", Map.of("id", contact, "lastname", "Secrets 2"));
        operations.put("vtiger:revise/Contacts?", Map.of("id", contact, "lastname", "Secrets 3"));
        operations.put("vtiger:upsert/Contacts?matchFields=lastname&", Map.of("lastname", "Secrets 3"));
        operations.put("vtiger:query?query=RAW(SELECT id FROM Contacts LIMIT 1)&", "");
        operations.put("vtiger:count/Contacts?", "");
        operations.put("vtiger:export/Contacts?columns=lastname&", "");
        operations.put("vtiger:describe/Contacts?", "");
        operations.put("vtiger:jsonSchema/Contacts?", "");
        operations.put("vtiger:listTypes?", "");
        operations.put("vtiger:me?", "");
        operations.put("vtiger:relatedTypes/Contacts?", "");
        operations.put("vtiger:lookup?", "nobody@example.com");
        operations.put("vtiger:upload?", "text of a file");
        operations.put("vtiger:download?", contact);
        operations.put("vtiger:run?action=list-modules&", "{}");
        operations.put("vtiger:actions?", "");
        operations.put("vtiger:request?path=/listtypes&", Map.of());
        operations.put("vtiger:request?path=/listtypes&rawPayload=true&", Map.of());
        operations.put("vtiger:request?path=/nonsense&method=POST&", Map.of("a", "b"));
        operations.put("vtiger:connections?", "");
        operations.put("vtiger:delete/Contacts?", contact);
        return operations;
    }

    private VtigerConnection bind(String name, String key) {
        VtigerConnection connection = new VtigerConnection();
        connection.setUrl(crm.url());
        connection.setUsername("admin");
        connection.setAccessKey(key);
        connection.setProtocol(protocol);
        context().getRegistry().bind(name, connection);
        return connection;
    }

    /** Until a poll has ended. */
    private void consume(String uri, String connection) throws Exception {
        ScheduledPollConsumer consumer = (ScheduledPollConsumer) context()
                .getEndpoint(
                        uri + "&initialDelay=0&delay=50&cursorDirectory=RAW(" + cursors + ")&connection=" + connection)
                .createConsumer(exchange -> {});
        consumer.start();
        try {
            Awaitility.await().until(() -> consumer.getCounter() > 0 || consumer.getErrorCounter() > 0);
        } finally {
            consumer.stop();
        }
    }

    private static String basic(String accessKey) {
        return Base64.getEncoder().encodeToString(("admin:" + accessKey).getBytes(StandardCharsets.UTF_8));
    }
}
