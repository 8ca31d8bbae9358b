package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelTest {

    private final FreshCrm crm = new FreshCrm();

    @Test
    void aLabelIsMadeOfWhatWasSentAndNotOfWhatTheColumnKept() {
        String name = "x".repeat(300);
        String contact = crm.created("Contacts", Map.of("firstname", "F", "lastname", name));
        assertThat(crm.retrieve(contact))
                .containsEntry("lastname", "x".repeat(80))
                .containsEntry("label", ("F " + name).substring(0, 255));
    }

    @Test
    void soIsThatOfAnOrder() {
        Orders orders = new Orders(crm);
        Map<String, Integer> item = Map.of("quantity", 1);
        Map<String, Object> quote = orders.create("Quotes", Map.of("subject", 1e30), item);
        String id = quote.get("id").toString();

        assertThat(quote).containsEntry("subject", "1e30").containsEntry("label", "1.0E+30");
        assertThat(crm.revise(id, Map.of("carrier", "x"))).containsEntry("label", "1e30");
        assertThat(crm.revise(id, Map.of("subject", "x".repeat(120), "LineItems", List.of(item))))
                .containsEntry("label", "x".repeat(120));
    }

    @Test
    void theNextSaveMakesItAnewFromTheColumns() {
        String contact = crm.created("Contacts", Map.of("firstname", "F", "lastname", "x".repeat(100)));
        assertThat(crm.revise(contact, Map.of("phone", "1"))).containsEntry("label", "F " + "x".repeat(80));
    }

    @Test
    void anUpdateTakesWhatItIsNotSentAsItIsOnTheScreen() {
        String contact = crm.created("Contacts", Map.of("firstname", "Tom & Ann", "lastname", "L"));
        Map<String, Object> updated = crm.update(contact, Map.of("lastname", "a < b", "assigned_user_id", "19x1"));
        assertThat(updated).containsEntry("label", "Tom &amp; Ann a &lt; b").containsEntry("firstname", "Tom & Ann");
        String entity = crm.created("Contacts", Map.of("firstname", "a &amp; b", "lastname", "L"));
        assertThat(crm.retrieve(entity)).containsEntry("label", "a &amp; b L");
        assertThat(crm.update(entity, Map.of("lastname", "L", "assigned_user_id", "19x1")))
                .as("the new label equals the encoding of the old one, which was read before")
                .containsEntry("label", "a &amp; b L");
        assertThat(crm.retrieve(entity)).containsEntry("label", "a &amp;amp; b L");
        assertThat(crm.revise(entity, Map.of("phone", "1"))).containsEntry("label", "a &amp; b L");
    }

    @Test
    void blanksAroundAreTakenOffAndATextThatIsNothingToPhpStaysAsItIs() {
        assertThat(crm.create("Contacts", Map.of("lastname", " L "))).containsEntry("label", "L");
        assertThat(crm.create("Contacts", Map.of("lastname", "0"))).containsEntry("label", " 0");
    }

    @Test
    void aLabelOfZeroIsNotAnswered() {
        String id = crm.created("Vendors", Map.of("vendorname", "V"));

        assertThat(crm.revise(id, Map.of("vendorname", "0"))).doesNotContainKey("label");
        assertThat(crm.retrieve(id)).doesNotContainKey("label").containsEntry("vendorname", "0");
    }

    @Test
    void falseIsNothingInALabel() {
        String id = crm.created("Contacts", Map.of("lastname", "L"));

        assertThat(crm.update(id, Map.of("lastname", "L", "firstname", false, "assigned_user_id", "19x1")))
                .containsEntry("firstname", "0")
                .containsEntry("label", "L");
    }

    @Test
    void aBlankNameIsALabelExceptOfDocumentsAndTickets() {
        assertThat(crm.create("Vendors", Map.of("vendorname", " "))).containsEntry("label", " ");
        assertThat(crm.create("Documents", Map.of("notes_title", " "))).doesNotContainKey("label");
        assertThat(crm.create(
                        "HelpDesk", Map.of("ticket_title", " ", "ticketstatus", "Open", "ticketpriorities", "High")))
                .doesNotContainKey("label");
    }
}
