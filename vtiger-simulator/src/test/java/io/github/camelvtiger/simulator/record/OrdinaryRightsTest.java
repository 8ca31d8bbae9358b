package io.github.camelvtiger.simulator.record;

import static io.github.camelvtiger.simulator.record.Failures.assertDenied;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an ordinary user of a fresh server may do and sees; all seen on the server. */
class OrdinaryRightsTest {

    private static final Map<String, String> TICKET =
            Map.of("ticket_title", "t", "ticketpriorities", "Low", "ticketstatus", "Open");

    private final FreshCrm crm = new FreshCrm();

    @Test
    void ticketsAreOnlyRead() {
        String ticket = crm.created("HelpDesk", TICKET);
        crm.as("sales1");

        assertDenied("Permission to write is denied", () -> crm.create("HelpDesk", TICKET));
        assertDenied("Permission to read given object is denied", () -> crm.revise(ticket, Map.of("solution", "x")));
        assertDenied("Permission to read given object is denied", () -> crm.update(ticket, TICKET));
        assertDenied("Permission to read given object is denied", () -> crm.delete(ticket));
        assertThat(crm.retrieve(ticket)).containsEntry("ticket_title", "t").doesNotContainKey("update_log");
        assertThat(crm.call("describe", Map.of("elementType", "HelpDesk")))
                .containsEntry("createable", false)
                .containsEntry("updateable", false)
                .containsEntry("deleteable", false);
    }

    @Test
    void mailsAreNotCreatedAlthoughDescribeSaysSo() {
        crm.as("sales1");

        assertThat(crm.call("describe", Map.of("elementType", "Emails"))).containsEntry("createable", true);
        assertDenied(
                "Permission to write is denied",
                () -> crm.create("Emails", Map.of("subject", "s", "date_start", "2027-01-01")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Quotes", "SalesOrder", "PurchaseOrder", "Invoice"})
    void ordersShowTheirOwnDiscountsAndNotThoseOfTheirItems(String module) {
        crm.as("sales1");

        assertThat(names(module))
                .contains("hdnDiscountAmount", "hdnDiscountPercent")
                .doesNotContain("discount_amount", "discount_percent");
        assertDenied(
                "Permission to access '.discount_percent.' attribute denied.",
                () -> query("select discount_percent from " + module + ";"));
        assertDenied(
                "Permission to access discount_percent attribute denied.",
                () -> query("select subject from " + module + " where discount_percent = 0;"));
        assertThat(query("select hdnDiscountPercent from " + module + ";")).isEmpty();
    }

    @Test
    void whatIsNoColumnStaysBehindTheId() {
        crm.as("sales1");

        assertThat(names("Products")).endsWith("id", "tax1", "tax2", "tax3", "currency1");
        assertThat(names("Quotes"))
                .endsWith(
                        "id",
                        "shipping_&_handling",
                        "shipping_&_handling_shtax1",
                        "shipping_&_handling_shtax2",
                        "shipping_&_handling_shtax3");
    }

    /** A workflow of Potentials ends as the administrator, who has no star for the record. */
    @Test
    void theAnswerToTheSaveOfAPotentialHasNoStar() {
        Map<String, String> potential =
                Map.of("potentialname", "p", "sales_stage", "Prospecting", "closingdate", "2027-01-01");
        crm.as("sales1");
        Map<String, Object> created = crm.create("Potentials", potential);

        assertThat(created).containsEntry("starred", "");
        assertThat(crm.retrieve(created.get("id").toString())).containsEntry("starred", "0");
    }

    private Stream<String> names(String module) {
        return ((List<?>) crm.call("describe", Map.of("elementType", module)).get("fields"))
                .stream().map(field -> ((Map<?, ?>) field).get("name").toString());
    }

    private List<Map<String, Object>> query(String query) {
        return crm.rows("query", Map.of("query", query));
    }
}
