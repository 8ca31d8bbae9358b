package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeRecordTest {

    private final FreshCrm crm = new FreshCrm();
    private final String account = crm.created("Accounts", Map.of("accountname", "A"));
    private final String contact = crm.created(
            "Contacts",
            Map.of("lastname", "L", "firstname", "F", "title", "T", "account_id", account, "description", "a & b"));

    @Test
    void aReviseChangesWhatIsSentAndMovesTheTime() {
        crm.clock.advance(Duration.ofSeconds(5));
        assertThat(crm.as("sales1").revise(contact, Map.of("title", "Boss")))
                .containsEntry("title", "Boss")
                .containsEntry("firstname", "F")
                .containsEntry("createdtime", "2026-11-24 12:00:00")
                .containsEntry("modifiedtime", "2026-11-24 12:00:05")
                .containsEntry("modifiedby", "19x6")
                .containsEntry("label", "F L");
    }

    @Test
    void aReviseWithoutFieldsMovesTheTime() {
        crm.clock.advance(Duration.ofSeconds(7));
        assertThat(crm.revise(contact, Map.of())).containsEntry("modifiedtime", "2026-11-24 12:00:07");
    }

    @Test
    void emptyAndNullClearAField() {
        assertThat(crm.revise(contact, Map.of("title", ""))).containsEntry("title", "");
        Map<String, String> none = new HashMap<>();
        none.put("firstname", null);
        assertThat(crm.revise(contact, none)).containsEntry("firstname", "");
    }

    @Test
    void aReviseClearsAReferenceAndAnUpdateKeepsIt() {
        assertThat(crm.update(contact, Map.of("lastname", "L", "assigned_user_id", "19x1", "account_id", "")))
                .containsEntry("account_id", account);
        assertThat(crm.revise(contact, Map.of("account_id", ""))).containsEntry("account_id", "");
    }

    @Test
    void anUpdateWantsAllMandatoryFieldsAndKeepsTheOthers() {
        assertFails(
                "MANDATORY_FIELDS_MISSING",
                "assigned_user_id does not have a value",
                () -> crm.update(contact, Map.of("lastname", "L")));
        assertThat(crm.update(contact, Map.of("lastname", "L", "assigned_user_id", "19x1")))
                .containsEntry("title", "T");
    }

    @Test
    void aReviseMayNotEmptyAMandatoryField() {
        assertFails(
                "MANDATORY_FIELDS_MISSING",
                "lastname does not have a value",
                () -> crm.revise(contact, Map.of("lastname", "")));
    }

    @Test
    void aReviseDecodesOnceMoreAndAnUpdateDoesNot() {
        assertThat(crm.revise(contact, Map.of("title", "<i>&amp;amp;"))).containsEntry("title", "<i>&amp;");
        assertThat(crm.revise(contact, Map.of("department", "d"))).containsEntry("title", "<i>&amp;");
        assertThat(crm.update(contact, Map.of("lastname", "L", "assigned_user_id", "19x1", "title", "&amp;")))
                .containsEntry("title", "&amp;");
    }

    @Test
    void anUpdateEncodesADescriptionItWasNotSentButDoesNotSaySo() {
        assertThat(crm.update(contact, Map.of("lastname", "L", "assigned_user_id", "19x1")))
                .containsEntry("description", "a & b");
        assertThat(crm.retrieve(contact)).containsEntry("description", "a &amp; b");
    }

    @Test
    void theLabelIsEncoded() {
        assertThat(crm.revise(contact, Map.of("firstname", "Zoë <b>", "lastname", "O'Brien")))
                .containsEntry("label", "Zo&euml; &lt;b&gt; O&#039;Brien");
    }

    @Test
    void deletingAnAccountTakesItsPotentialsAndBlanksReferencesWithoutMovingTheirTime() {
        String potential = crm.created(
                "Potentials",
                Map.of(
                        "potentialname",
                        "P",
                        "closingdate",
                        "2027-01-01",
                        "sales_stage",
                        "Prospecting",
                        "related_to",
                        account));
        crm.clock.advance(Duration.ofMinutes(1));
        crm.delete(account);
        assertThat(crm.retrieve(contact))
                .containsEntry("account_id", "")
                .containsEntry("modifiedtime", "2026-11-24 12:00:00");
        Failures.assertDenied("Permission to perform the operation is denied", () -> crm.retrieve(potential));
    }

    @Test
    void deletingAContactBlanksTheReferencesOfOtherModules() {
        String ticket = crm.created(
                "HelpDesk",
                Map.of("ticket_title", "T", "ticketstatus", "Open", "ticketpriorities", "Low", "contact_id", contact));
        crm.delete(contact);
        assertThat(crm.retrieve(ticket)).containsEntry("contact_id", "").containsEntry("update_log", "");
    }

    @Test
    void aReferenceToADeletedRecordReadsBackEmpty() {
        crm.delete(account);
        assertThat(crm.revise(contact, Map.of("account_id", account))).containsEntry("account_id", "");
    }
}
