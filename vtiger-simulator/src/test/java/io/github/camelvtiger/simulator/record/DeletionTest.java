package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Failures.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeletionTest {

    private static final String BEFORE = "2026-11-24 12:00:00";

    private final FreshCrm crm = new FreshCrm();
    private final String account = crm.created("Accounts", Map.of("accountname", "A"));

    @Test
    void anAccountTakesItsPotentialsAlongWithoutMovingTheirTime() {
        String potential = crm.created(
                "Potentials",
                Map.of(
                        "potentialname", "P",
                        "closingdate", "2027-01-01",
                        "sales_stage", "Prospecting",
                        "related_to", account));
        crm.clock.advance(Duration.ofMinutes(1));
        crm.delete(account);
        assertDenied("Permission to perform the operation is denied", () -> crm.retrieve(potential));
        assertThat(crm.store.table("Potentials").rows().values())
                .extracting(row -> row.value("modifiedtime"))
                .containsExactly(BEFORE);
    }

    @Test
    void aClearedReferenceIsNotFoundAnyMoreAndOneThatIsKeptIs() {
        String contact = crm.created("Contacts", Map.of("lastname", "L", "account_id", account));
        String project = crm.created("Project", Map.of("projectname", "P", "linktoaccountscontacts", account));
        crm.clock.advance(Duration.ofMinutes(1));
        crm.delete(account);
        assertThat(crm.retrieve(contact)).containsEntry("account_id", "").containsEntry("modifiedtime", BEFORE);
        assertThat(crm.retrieve(project))
                .containsEntry("linktoaccountscontacts", "")
                .containsEntry("modifiedtime", BEFORE);
        assertThat(query("select id from Contacts where account_id='" + account + "';"))
                .isEmpty();
        assertThat(query("select linktoaccountscontacts from Project where linktoaccountscontacts='" + account + "';"))
                .isEqualTo(List.of(Map.of("linktoaccountscontacts", "", "id", project)));
    }

    @Test
    void aReferenceToNothingIsFoundByItsNumber() {
        String contact = crm.created("Contacts", Map.of("lastname", "L", "account_id", "11x99999"));
        assertThat(query("select account_id from Contacts where account_id='11x99999';"))
                .isEqualTo(List.of(Map.of("account_id", "", "id", contact)));
    }

    private List<Map<String, Object>> query(String query) {
        return crm.rows("query", Map.of("query", query));
    }
}
