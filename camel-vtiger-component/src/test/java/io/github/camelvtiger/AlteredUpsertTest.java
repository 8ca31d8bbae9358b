package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.client.AlteredRecordException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;

/** What the CRM makes of an upsert's values on the way in: told as for the other writes, and never a second record. */
class AlteredUpsertTest extends CrmTestSupport {

    private static final String BY_EMAIL = "vtiger:upsert/Contacts?matchFields=email";
    private static final String TOO_LONG = "y".repeat(90);

    @Override
    SimulatorServer crm() {
        return simulator().metadata(CustomMetadata.of("test", custom())).start();
    }

    private static JsonNode custom() {
        try {
            return new ObjectMapper()
                    .readTree(
                            """
                            {"modules":[{"name":"Contacts","fields":[{"name":"cf_901","label":"Motto","type":"string"}]}]}""");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void alteredFieldsAreNamedAtCreateAndAtChange() {
        Message created = call(BY_EMAIL, Map.of("email", "told@x.org", "lastname", TOO_LONG))
                .getMessage();
        assertThat(created.getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        assertThat(created.getHeader(VtigerConstants.ALTERED)).isEqualTo(List.of("lastname"));

        Message changed = call(BY_EMAIL, Map.of("email", "told@x.org", "lastname", "Short", "firstname", TOO_LONG))
                .getMessage();
        assertThat(changed.getHeader(VtigerConstants.OUTCOME)).isEqualTo("updated");
        assertThat(changed.getHeader(VtigerConstants.ALTERED)).isEqualTo(List.of("firstname"));
    }

    @Test
    void whatTheCrmCutOrRoundedIsNotSentAgain() {
        call(BY_EMAIL, Map.of("email", "cut@x.org", "lastname", TOO_LONG));
        Message again = call(BY_EMAIL, Map.of("email", "cut@x.org", "lastname", TOO_LONG))
                .getMessage();
        assertThat(again.getHeader(VtigerConstants.OUTCOME)).isEqualTo("unchanged");

        String byName = "vtiger:upsert/Potentials?matchFields=potentialname";
        Map<String, Object> potential = Map.of(
                "potentialname",
                "Rounded",
                "sales_stage",
                "Prospecting",
                "closingdate",
                "2026-12-01",
                "amount",
                "12.3456");
        call(byName, potential);
        assertThat(call(byName, potential).getMessage().getHeader(VtigerConstants.OUTCOME))
                .isEqualTo("unchanged");
        Map<String, Object> higher = new HashMap<>(potential);
        higher.put("amount", "12.36");
        assertThat(call(byName, higher).getMessage().getHeader(VtigerConstants.OUTCOME))
                .isEqualTo("updated");
    }

    /** Of a custom field the length is not known. */
    @Test
    void aTextThatTheCrmTruncatesIsSentOnce() {
        Map<String, Object> row = Map.of("email", "long@x.org", "lastname", "Long", "cf_901", "z".repeat(300));
        assertThat(outcomes(row, row, row)).containsExactly("created", "unchanged", "unchanged");

        Map<String, Object> other = Map.of("email", "long@x.org", "lastname", "Long", "cf_901", "z".repeat(301));
        assertThat(outcomes(other, other)).as("another text").containsExactly("updated", "unchanged");

        crm.crm().records("Contacts").stream()
                .filter(contact -> contact.get("email").equals("long@x.org"))
                .forEach(contact -> crm.crm().revise(contact.get("id"), Map.of("cf_901", "z".repeat(254))));
        assertThat(outcomes(other, other)).as("changed by another client").containsExactly("updated", "unchanged");
        Map<String, Object> shorter = Map.of("email", "long@x.org", "lastname", "Long", "cf_901", "z".repeat(254));
        assertThat(outcomes(shorter, other)).containsExactly("updated", "updated");
    }

    @SafeVarargs
    private List<Object> outcomes(Map<String, Object>... rows) {
        return Stream.of(rows)
                .map(row -> call(BY_EMAIL, row).getMessage().getHeader(VtigerConstants.OUTCOME))
                .toList();
    }

    @Test
    void itemsOfABatchNameTheirOwn() {
        BatchResult result = batch(
                BY_EMAIL,
                Map.of("email", "first@x.org", "lastname", "Whole"),
                Map.of("email", "second@x.org", "lastname", TOO_LONG));
        assertThat(result).extracting(BatchItem::altered).containsExactly(List.of(), List.of("lastname"));
    }

    @Test
    void recordThatWasCreatedAndThenFailedIsNotCreatedAgain() {
        BatchResult result = batch(
                BY_EMAIL + "&onAltered=fail",
                Map.of("email", "failed@x.org", "lastname", TOO_LONG),
                Map.of("email", "failed@x.org", "lastname", "Short"));
        assertThat(result.items().get(0).error()).isInstanceOf(AlteredRecordException.class);
        assertThat(result.items().get(1).outcome()).isEqualTo(BatchItem.Outcome.UPDATED);
        assertThat(result.items().get(1).id()).isEqualTo(result.items().get(0).id());
        assertThat(having("failed@x.org")).singleElement().isEqualTo("Short");
    }

    @Test
    void recordThatWasCreatedWithoutItsOwnerIsNotCreatedAgain() {
        BatchResult result = batch(
                BY_EMAIL,
                Map.of("email", "owner@x.org", "lastname", "First", "assigned_user_id", "19x999"),
                Map.of("email", "owner@x.org", "lastname", "Second"));
        assertThat(result.items().get(0).error()).isNotNull();
        assertThat(result.items().get(0).id()).isNotNull();
        assertThat(result.items().get(1).id()).isEqualTo(result.items().get(0).id());
        assertThat(having("owner@x.org")).singleElement().isEqualTo("Second");
    }

    private BatchResult batch(String uri, Object first, Object second) {
        return call(uri, List.of(first, second)).getMessage().getBody(BatchResult.class);
    }

    private List<String> having(String email) {
        return crm.crm().records("Contacts").stream()
                .filter(contact -> contact.get("email").equals(email))
                .map(contact -> contact.get("lastname"))
                .toList();
    }
}
