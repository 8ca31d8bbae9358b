package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordNotFoundException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordOperationsTest extends CrmTestSupport {

    @Test
    void createAnswersWithTheWholeRecord() {
        Message answer =
                call("vtiger:create/Contacts", "{\"lastname\":\"Nowak\"}").getMessage();
        assertThat(record(answer)).containsEntry("lastname", "Nowak").containsKeys("assigned_user_id", "createdtime");
        assertThat(answer.getHeader(VtigerConstants.RECORD_ID))
                .isEqualTo(record(answer).get("id"));
        assertThat(answer.getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        assertThat(answer.getBody(String.class)).startsWith("{").contains("\"lastname\":\"Nowak\"");
    }

    @Test
    void pojoGoesInAndComesOut() {
        Person answer = call("vtiger:create/Contacts", new Person("Pojo", null))
                .getMessage()
                .getBody(Person.class);
        assertThat(answer).isEqualTo(new Person("Pojo", ""));
    }

    @Test
    void moduleOfTheHeaderBeatsTheUri() {
        Message answer = call(
                        "vtiger:create/Contacts", Map.of("lastname", "Header"), Map.of(VtigerConstants.MODULE, "Leads"))
                .getMessage();
        assertThat(answer.getHeader(VtigerConstants.RECORD_ID, String.class)).startsWith("10x");
    }

    @Test
    void missingModuleIsSaid() {
        assertThat(call("vtiger:create", Map.of("lastname", "A")).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("CamelVtigerModule");
    }

    @Test
    void malformedJsonIsOneSentence() {
        assertThat(call("vtiger:create/Leads", "{\"lastname\": }").getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("line 1, column")
                .hasNoCause();
    }

    @Test
    void missingMandatoryFieldIsNamed() {
        assertThat(call("vtiger:create/Leads", Map.of("firstname", "A")).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("lastname");
    }

    @Test
    void idOfTheHeaderBeatsTheBody() {
        String first = contact("First");
        String second = contact("Second");
        Exchange byHeader = call("vtiger:retrieve", Map.of("id", second), Map.of(VtigerConstants.RECORD_ID, first));
        assertThat(record(byHeader.getMessage())).containsEntry("lastname", "First");
        assertThat(record(call("vtiger:retrieve", Map.of("id", second)).getMessage()))
                .containsEntry("lastname", "Second");
        assertThat(record(call("vtiger:retrieve", second).getMessage())).containsEntry("lastname", "Second");
    }

    @Test
    void reviseChangesOnlyWhatIsSent() {
        String id = contact("Before");
        Message answer =
                call("vtiger:revise", Map.of("id", id, "firstname", "Ada")).getMessage();
        assertThat(record(answer)).containsEntry("lastname", "Before").containsEntry("firstname", "Ada");
        assertThat(answer.getHeader(VtigerConstants.OUTCOME)).isEqualTo("updated");
    }

    @Test
    void updateTakesTheIdOfTheHeader() {
        String id = contact("Before");
        Map<String, Object> whole = record(call("vtiger:retrieve", id).getMessage());
        whole.put("lastname", "After");
        whole.remove("id");
        call("vtiger:update", whole, Map.of(VtigerConstants.RECORD_ID, id));
        assertThat(record(call("vtiger:retrieve", id).getMessage())).containsEntry("lastname", "After");
    }

    @Test
    void deleteLeavesTheId() {
        String id = contact("Gone");
        Message answer = call("vtiger:delete", id).getMessage();
        assertThat(answer.getBody()).isNull();
        assertThat(answer.getHeader(VtigerConstants.RECORD_ID)).isEqualTo(id);
        assertThat(call("vtiger:retrieve", id).getException()).isInstanceOf(RecordNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "NULL"})
    void missingRecordCanBeANullBody(String value) {
        Exchange exchange = call("vtiger:retrieve?notFoundBehaviour=" + value, "12x999999");
        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isNull();
    }

    @Test
    void retrieveOfAListKeepsItsOrder() {
        String first = contact("First");
        String second = contact("Second");
        List<?> records = call(
                        "vtiger:retrieve?notFoundBehaviour=null",
                        List.of(second, Map.of("id", "12x999999"), Map.of("id", first)))
                .getMessage()
                .getBody(List.class);
        assertThat(records).hasSize(3);
        assertThat(records.get(0)).hasFieldOrPropertyWithValue("lastname", "Second");
        assertThat(records.get(1)).isNull();
        assertThat(records.get(2)).hasFieldOrPropertyWithValue("lastname", "First");
    }

    @Test
    void batchTellsWhatBecameOfEach() {
        BatchResult result = call("vtiger:create/Contacts", BATCH).getMessage().getBody(BatchResult.class);
        assertThat(result)
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.CREATED, Outcome.FAILED, Outcome.CREATED);
        assertThat(result).extracting(BatchItem::index).containsExactly(0, 1, 2);
        assertThat(result.items().get(0).record()).containsEntry("lastname", "A");
        assertThat(result.items().get(1).error())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("lastname");
    }

    @Test
    void batchEndsAtTheFailedRecordWhereAskedTo() {
        BatchResult result = call("vtiger:create/Contacts?stopOnError=true", BATCH.iterator())
                .getMessage()
                .getBody(BatchResult.class);
        assertThat(result).extracting(BatchItem::outcome).containsExactly(Outcome.CREATED, Outcome.FAILED);
    }

    @Test
    void idHeaderDoesNotCountInABatch() {
        String first = contact("First");
        String second = contact("Second");
        call("vtiger:delete", List.of(first), Map.of(VtigerConstants.RECORD_ID, second));
        assertThat(call("vtiger:retrieve", first).getException()).isInstanceOf(RecordNotFoundException.class);
        assertThat(call("vtiger:retrieve", second).getException()).isNull();
    }

    @Test
    void rawPayloadIsTextInAndTheWholeAnswerOut() {
        String answer = call(
                        "vtiger:create/Contacts?rawPayload=true",
                        "{\"lastname\":\"Raw\",\"assigned_user_id\":\"19x1\"}")
                .getMessage()
                .getBody(String.class);
        assertThat(answer).startsWith("{\"success\":true").contains("\"lastname\":\"Raw\"");
        assertThat(call("vtiger:listTypes?rawPayload=true", null).getMessage().getBody())
                .isInstanceOf(InputStream.class);
    }

    @Test
    void rawPayloadOfAMapIsRefused() {
        assertThat(call("vtiger:create/Contacts?rawPayload=true", Map.of("lastname", "A"))
                        .getException())
                .hasMessageContaining("rawPayload");
    }

    private static final List<Map<String, Object>> BATCH =
            List.of(Map.of("lastname", "A"), Map.of("firstname", "nobody"), Map.of("lastname", "C"));

    @SuppressWarnings("unchecked")
    private static Map<String, Object> record(Message message) {
        return message.getBody(Map.class);
    }

    record Person(String lastname, String firstname) {}
}
