package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AlteredRecordException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;

/** Values in the server's forms, checks before the call, and what the CRM altered. */
class PreparedRecordsTest extends CrmTestSupport {

    @Test
    void javaTypesAndCommonTextArriveAsMeant() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("lastname", "Coerced");
        record.put("donotcall", "yes");
        record.put("emailoptout", true);
        record.put("birthday", LocalDate.of(1980, 5, 4));
        record.put("account_id", RecordId.parse(account("Coerced Ltd")));
        Message answer = call("vtiger:create/Contacts", record).getMessage();
        assertThat(body(answer))
                .containsEntry("donotcall", "1")
                .containsEntry("emailoptout", "1")
                .containsEntry("birthday", "1980-05-04");
        assertThat(answer.getHeader(VtigerConstants.ALTERED)).isNull();

        String id = answer.getHeader(VtigerConstants.RECORD_ID, String.class);
        Map<String, Object> revised = body(call("vtiger:revise", Map.of("id", id, "birthday", "31.12.1981"))
                .getMessage());
        assertThat(revised).containsEntry("birthday", "1981-12-31");
    }

    @Test
    void describingIsOneRequestForAModule() {
        call("vtiger:create/Vendors", Map.of("vendorname", "One"));
        int before = crm.calls().size();
        for (int i = 0; i < 3; i++) {
            call("vtiger:create/Vendors", Map.of("vendorname", "More " + i));
        }
        assertThat(crm.calls().size() - before).isEqualTo(3);
    }

    @Test
    void whatTheFieldCannotHoldIsNamed() {
        Message answer = call(
                        "vtiger:create/Leads",
                        Map.of(
                                "lastname",
                                "x".repeat(81),
                                "firstname",
                                "Grüße 😀",
                                "company",
                                "Acme",
                                "annualrevenue",
                                "12.345",
                                "noofemployees",
                                "many"))
                .getMessage();
        assertThat(answer.getHeader(VtigerConstants.ALTERED, List.class))
                .containsExactlyInAnyOrder("lastname", "firstname", "annualrevenue", "noofemployees");
        assertThat(answer.getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
    }

    @Test
    void headerOfAnEarlierWriteDoesNotStay() {
        Message answer = call(
                        "vtiger:create/Leads",
                        Map.of("lastname", "Clean", "company", "Acme"),
                        Map.of(VtigerConstants.ALTERED, List.of("old")))
                .getMessage();
        assertThat(answer.getHeaders()).doesNotContainKey(VtigerConstants.ALTERED);
    }

    @Test
    void alteredRecordCanBeAFailureThatNamesIt() {
        Exchange exchange = call("vtiger:create/Leads?onAltered=fail", Map.of("lastname", "a😀b", "company", "x"));
        AlteredRecordException failure = exchange.getException(AlteredRecordException.class);
        assertThat(failure.getFields()).containsExactly("lastname");
        assertThat(failure.getRecordId()).startsWith("10x");
        assertThat(failure).hasMessageContaining(failure.getRecordId()).hasMessageNotContaining("😀");
        assertThat(call("vtiger:retrieve", failure.getRecordId()).getException())
                .isNull();
    }

    @Test
    void alteredRecordOfABatchIsItsItemsError() {
        List<Map<String, Object>> batch = List.of(
                Map.of("lastname", "whole", "company", "x"), Map.of("lastname", "y".repeat(90), "company", "x"));
        BatchResult failing =
                call("vtiger:create/Leads?onAltered=fail", batch).getMessage().getBody(BatchResult.class);
        assertThat(failing.items().get(0).error()).isNull();
        assertThat(failing.items().get(1).error()).isInstanceOf(AlteredRecordException.class);
        assertThat(failing.items().get(1).id()).startsWith("10x");

        BatchResult warning = call("vtiger:create/Leads", batch).getMessage().getBody(BatchResult.class);
        assertThat(warning).extracting(BatchItem::altered).containsExactly(List.of(), List.of("lastname"));
    }

    @Test
    void entitiesAreNoAlteration() {
        String text = "R&amp;D <b>&eacute;</b> & \"more\"";
        Message created = call("vtiger:create/Contacts", Map.of("lastname", text, "description", text))
                .getMessage();
        assertThat(created.getHeader(VtigerConstants.ALTERED)).isNull();
        String id = created.getHeader(VtigerConstants.RECORD_ID, String.class);
        assertThat(body(call("vtiger:retrieve", id).getMessage()))
                .containsEntry("lastname", text)
                .containsEntry("description", text);
    }

    @Test
    void updateDoesNotDamageADescriptionThatItLeavesOut() {
        String text = "Grüße & <b>Küsse</b> &amp;";
        Message created = call("vtiger:create/Contacts", Map.of("lastname", "Omitted", "description", text))
                .getMessage();
        Map<String, Object> record = new HashMap<>(body(created));
        record.remove("description");
        record.put("firstname", "Ada");
        call("vtiger:update", record);
        Map<String, Object> stored =
                body(call("vtiger:retrieve", record.get("id")).getMessage());
        assertThat(stored).containsEntry("description", text).containsEntry("firstname", "Ada");
    }

    @Test
    void allFaultsAreToldBeforeAnythingIsSent() {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("birthday", "05/06/2026");
        record.put("leadsource", "Web Sitte");
        record.put("firstname", "f".repeat(41));
        record.put("account_id", "12x7");
        record.put("contact_no", "CON9");
        record.put("fristname", "typo");
        record.put("createdtime", "2020-01-01 00:00:00");
        int before = writes();
        Exception failure = call("vtiger:create/Contacts?validate=true", record).getException();
        assertThat(writes()).isEqualTo(before);
        assertThat(failure)
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining(
                        "The value '05/06/2026' of birthday (date) may mean 2026-06-05 or 2026-05-06; write one of these.")
                .hasMessageContaining(
                        "The value 'Web Sitte' of leadsource (picklist) is not in its list; write Web Site.")
                .hasMessageContaining("has 41 characters, and the field holds 40; shorten it.")
                .hasMessageContaining(
                        "The value '12x7' of account_id (reference) is not a record of Accounts, whose ids begin with 11x.")
                .hasMessageContaining("The field contact_no of Contacts is read-only; leave it out.")
                .hasMessageContaining("There is no field 'fristname' in Contacts; did you mean firstname or lastname?")
                .hasMessageContaining(
                        "The field lastname (Last Name) of Contacts is mandatory and has no value; give it one.")
                .hasMessageNotContaining("createdtime")
                .hasMessageNotContaining("assigned_user_id");
        assertThat(((InvalidRecordException) failure).getModule()).isEqualTo("Contacts");
    }

    @Test
    void aRetrievedRecordCanBeSentBackAsItIs() {
        String id = contact("Whole");
        Map<String, Object> whole = body(call("vtiger:retrieve", id).getMessage());
        assertThat(call("vtiger:update?validate=true", whole).getException()).isNull();
        whole.put("contact_no", "CON0");
        assertThat(call("vtiger:update?validate=true", whole).getException())
                .hasMessageContaining("contact_no of Contacts is read-only");
    }

    @Test
    void reviseMustNotEmptyAMandatoryField() {
        String id = contact("Full");
        assertThat(call("vtiger:revise?validate=true", Map.of("id", id, "lastname", " "))
                        .getException())
                .hasMessageContaining("lastname")
                .hasMessageContaining("mandatory");
        assertThat(call("vtiger:revise?validate=true", Map.of("id", id, "firstname", ""))
                        .getException())
                .isNull();
        assertThat(call("vtiger:update?validate=true", Map.of("id", id, "firstname", "A"))
                        .getException())
                .hasMessageContaining("lastname")
                .hasMessageContaining("assigned_user_id");
    }

    @Test
    void runValidatesUnlessToldOtherwise() {
        Map<String, Object> input =
                Map.of("module", "Leads", "record", Map.of("lastname", "Run", "leadsource", "Nope"));
        assertThat(call("vtiger:run?action=create-record", input).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("leadsource");
        Exchange sent = call("vtiger:run?action=create-record&validate=false", input);
        assertThat(sent.getException()).isNull();
        assertThat(body(sent.getMessage())).containsEntry("leadsource", "Nope");
    }

    private int writes() {
        return (int) crm.calls().stream()
                .filter(call -> List.of("create", "update", "revise").contains(call.operation()))
                .count();
    }

    private String account(String name) {
        return call("vtiger:create/Accounts", Map.of("accountname", name))
                .getMessage()
                .getHeader(VtigerConstants.RECORD_ID, String.class);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> body(Message message) {
        return message.getBody(Map.class);
    }
}
