package io.github.camelvtiger.simulator.relation;

import static io.github.camelvtiger.simulator.record.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.record.FreshCrm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddRelatedTest {

    private final FreshCrm crm = new FreshCrm();
    private final String campaign = crm.created("Campaigns", Map.of("campaignname", "C", "closingdate", "2027-01-01"));
    private final String contact = crm.created("Contacts", Map.of("lastname", "L"));

    @Test
    void aLinkIsSeenFromBothEndsAndMovesTheTimeOfTheSourceOnly() {
        crm.clock.advance(Duration.ofMinutes(1));
        add(campaign, contact, "Contacts");
        assertThat(related(campaign, "Contacts")).containsExactly(contact);
        assertThat(related(contact, "Campaigns")).containsExactly(campaign);
        assertThat(crm.retrieve(campaign)).containsEntry("modifiedtime", "2026-11-24 12:01:00");
        assertThat(crm.retrieve(contact)).containsEntry("modifiedtime", "2026-11-24 12:00:00");
        crm.delete(contact);
        assertThat(related(campaign, "Contacts")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Contacts,true", "'',true", "83,true", "1,true", "Bogus,false"})
    void theLabelMayBeLeftOutOrBeAnyNumber(String label, boolean linked) {
        add(campaign, contact, label);
        assertThat(related(campaign, "Contacts").contains(contact)).isEqualTo(linked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12x99999", "19x1", "20x2", "1x1"})
    void whatCannotBeLinkedIsASuccessToo(String target) {
        assertThat(add(campaign, target, "Contacts")).containsEntry("message", "successfull");
        assertThat(related(campaign, "Contacts")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1x99999,12x2", "abc,12x2", "'','' ", "19x1,12x2", "1x2,abc", "1x2,''", "999x2,12x2"})
    void aMissingSourceOrAnUnknownPrefixIsAnError(String source, String target) {
        assertFails(
                "INTERNAL_SERVER_ERROR",
                "Unknown Error while processing request",
                () -> add(source, target, "Contacts"));
    }

    @Test
    void aVendorsProductGetsTheVendorInItsField() {
        String vendor = crm.created("Vendors", Map.of("vendorname", "V"));
        String product = crm.created("Products", Map.of("productname", "P"));
        add(vendor, product, "Products");
        assertThat(crm.retrieve(product)).containsEntry("vendor_id", vendor);
    }

    @Test
    void aProductIsNoPartOfItsOwnPart() {
        String whole = crm.created("Products", Map.of("productname", "Whole"));
        String part = crm.created("Products", Map.of("productname", "Part"));
        add(whole, part, "Product Bundles");
        add(part, whole, "Product Bundles");
        assertThat(related(whole, "Products", "Product Bundles")).containsExactly(part);
        assertThat(related(whole, "Products", "Parent Product")).isEmpty();
        assertThat(related(part, "Products", "Parent Product")).containsExactly(whole);
    }

    @Test
    void aTicketWithoutCustomerGetsThatOfItsServiceContract() {
        String contract = crm.created("ServiceContracts", Map.of("subject", "S", "sc_related_to", contact));
        String ticket =
                crm.created("HelpDesk", Map.of("ticket_title", "T", "ticketpriorities", "Low", "ticketstatus", "Open"));
        add(contract, ticket, "Service Requests");
        assertThat(crm.retrieve(ticket)).containsEntry("contact_id", contact).containsEntry("parent_id", "");
        assertThat(related(ticket, "ServiceContracts", "Service Contracts")).containsExactly(contract);
    }

    private Map<String, Object> add(String source, String target, String label) {
        return crm.call(
                "add_related", Map.of("sourceRecordId", source, "relatedRecordId", target, "relationIdLabel", label));
    }

    private List<Object> related(String id, String module) {
        return related(id, module, module);
    }

    private List<Object> related(String id, String module, String label) {
        return crm
                .rows("query_related", Map.of("query", "SELECT id FROM " + module, "id", id, "relatedLabel", label))
                .stream()
                .map(row -> row.get("id"))
                .toList();
    }
}
