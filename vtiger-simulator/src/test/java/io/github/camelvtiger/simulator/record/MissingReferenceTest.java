package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.ServerCrash;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References to records that never were; seen on 8.2.0. */
class MissingReferenceTest {

    private final FreshCrm crm = new FreshCrm();
    private final Orders orders = new Orders(crm);

    @ParameterizedTest
    @CsvSource({"Quotes,potential_id,13x", "PurchaseOrder,vendor_id,2x", "Invoice,salesorder_id,6x"})
    void theDatabaseRefusesSomeInOrders(String module, String field, String prefix) {
        String before = orders.created(module, Map.of(), Orders.item(orders.plain, 1, 5));
        Map<String, String> missing = Map.of(field, prefix + "99999999");

        assertThatThrownBy(() -> orders.create(module, missing, Orders.item(orders.plain, 1, 5)))
                .isInstanceOf(ServerCrash.class);
        String next = orders.created(module, Map.of(), Orders.item(orders.plain, 1, 5));
        assertThat(number(next)).as("a number is used up").isEqualTo(number(before) + 2);
        assertThat(crm.rows("query", Map.of("query", "select id from " + module + ";")))
                .hasSize(2);
    }

    @Test
    void aReviseLosesWhatIsInTheSameTable() {
        String quote = orders.created("Quotes", Map.of(), Orders.item(orders.plain, 1, 5));

        crm.revise(
                quote,
                Map.of("potential_id", "13x99999999", "subject", "Other", "description", "D", "bill_city", "Paris"));

        assertThat(crm.retrieve(quote))
                .containsEntry("subject", "S")
                .containsEntry("description", "D")
                .containsEntry("bill_city", "Paris");
    }

    @Test
    void aDeletedRecordIsStillThereForTheDatabase() {
        String potential = crm.created(
                "Potentials", Map.of("potentialname", "P", "closingdate", "2026-01-01", "sales_stage", "Prospecting"));
        crm.delete(potential);

        assertThat(orders.create("Quotes", Map.of("potential_id", potential), Orders.item(orders.plain, 1, 5)))
                .containsEntry("potential_id", "");
    }

    @Test
    void aSaveTakesWhatIsMissingForAUserIfItMayBeOne() {
        Map<String, Object> email = crm.create(
                "Emails",
                Map.of(
                        "subject", "S",
                        "date_start", "2026-01-10",
                        "saved_toid", "a@example.com",
                        "from_email", "b@example.com",
                        "activitytype", "Emails",
                        "parent_id", "11x99999999"));
        String id = email.get("id").toString();

        assertThat(email).containsEntry("parent_id", "19x99999999");
        assertThat(crm.retrieve(id)).containsEntry("parent_id", "");
        assertThat(crm.revise(id, Map.of("subject", "T"))).containsEntry("parent_id", "19x99999999");
        assertThat(crm.rows("query", Map.of("query", "select parent_id from Emails;")))
                .containsExactly(Map.of("parent_id", "", "id", id));
    }

    private static long number(String id) {
        return Long.parseLong(id.substring(id.indexOf('x') + 1));
    }
}
