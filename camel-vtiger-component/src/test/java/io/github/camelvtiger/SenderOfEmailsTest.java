package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code from_email} is mandatory in Emails; unless it is sent it is the connection's own user's, as the owner is. A login answers the address as HTML. */
class SenderOfEmailsTest extends CrmTestSupport {

    private static final String OWN = "o'brien&co@example.org";

    @BeforeEach
    void clear() {
        crm.reset();
        crm.crm().revise("19x1", Map.of("email1", OWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "validate=true", "ambiguousWrites=verify"})
    void itIsTheAddressOfTheUser(String options) {
        assertThat(answered("vtiger:create/Emails?" + options, email())).containsEntry("from_email", OWN);
        Map<String, Object> blank = email();
        blank.put("from_email", " ");
        assertThat(answered("vtiger:create/Emails?" + options, blank)).containsEntry("from_email", OWN);
        Map<String, Object> own = email();
        own.put("from_email", "own@example.org");
        assertThat(answered("vtiger:create/Emails?" + options, own)).containsEntry("from_email", "own@example.org");
    }

    @Test
    void eachRecordOfABatchHasOne() {
        Map<String, Object> own = email();
        own.put("from_email", "own@example.org");
        BatchResult batch = call("vtiger:create/Emails", List.of(email(), own, email()))
                .getMessage()
                .getBody(BatchResult.class);
        assertThat(batch.items())
                .extracting(item -> item.record().get("from_email"))
                .containsExactly(OWN, "own@example.org", OWN);
    }

    @Test
    void anUpsertSetsItForNewRecordsOnly() {
        String uri = "vtiger:upsert/Emails?matchFields=subject";
        Map<String, Object> row = email();
        row.put("from_email", "own@example.org");
        assertThat(answered(uri, row)).containsEntry("from_email", "own@example.org");
        row.remove("from_email");
        row.put("description", "changed");
        Exchange changed = call(uri, row);
        assertThat(changed.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("updated");
        assertThat(changed.getMessage().getBody(Map.class).get("from_email")).isEqualTo("own@example.org");
        row.put("subject", "Another");
        assertThat(answered(uri, row)).containsEntry("from_email", OWN);
    }

    @Test
    void anActionNeedsNoSender() {
        assertThat(answered("vtiger:run?action=create-record", Map.of("module", "Emails", "record", email())))
                .containsEntry("from_email", OWN);
        Map<?, ?> schema = call("vtiger:jsonSchema/Emails", null).getMessage().getBody(Map.class);
        assertThat(schema.get("required"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains("subject", "date_start")
                .doesNotContain("from_email", "assigned_user_id");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> answered(String uri, Object body) {
        Exchange exchange = call(uri, body);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(Map.class);
    }

    private static Map<String, Object> email() {
        return new HashMap<>(Map.of("subject", "Hello", "date_start", "2026-12-01", "saved_toid", "x@y.example"));
    }
}
