package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Changes that move no clock, and the names of the fields that changed, against the simulator. */
class SilentChangesTest extends FeedTestSupport {

    private static final String SWEEP = "startFrom=beginning&sweepPeriod=10m";

    @Test
    void theStockThatAnInvoiceTookIsDelivered() throws Exception {
        String product = server.crm().create("Products", Map.of("productname", "Bolt", "qtyinstock", "10"));
        clock.advance(Duration.ofMinutes(5));
        follow("Products", SWEEP);
        await().until(() -> received.size() == 1);
        aPeriodGoesBy();
        assertThat(received).as("nothing has changed").hasSize(1);
        invoiceOfThree(product);
        aPeriodGoesBy();
        assertThat(events()).hasSize(2).endsWith("updated " + product);
        assertThat(last().get("qtyinstock")).isEqualTo("7.000");
        aPeriodGoesBy();
        assertThat(received).as("once").hasSize(2);
    }

    @Test
    void theReferencesToADeletedAccountAreDelivered() throws Exception {
        String account = server.crm().create("Accounts", Map.of("accountname", "Acme"));
        String anna = server.crm().create("Contacts", Map.of("lastname", "Anna", "account_id", account));
        server.crm().create("Contacts", Map.of("lastname", "Berta"));
        clock.advance(Duration.ofMinutes(5));
        follow("Contacts", SWEEP + "&events=created,updated,deleted");
        await().until(() -> received.size() == 2);
        server.crm().delete(account);
        aPeriodGoesBy();
        assertThat(events()).hasSize(3).endsWith("updated " + anna);
        assertThat(last().get("account_id")).isEqualTo("");
    }

    @Test
    void theFirstSweepOfAFeedFromNowOnlyLearns() throws Exception {
        String product = server.crm().create("Products", Map.of("productname", "Bolt", "qtyinstock", "10"));
        clock.advance(Duration.ofHours(1));
        follow("Products", "startFrom=now&sweepPeriod=10m");
        aPeriodGoesBy();
        assertThat(received).isEmpty();
        invoiceOfThree(product);
        aPeriodGoesBy();
        assertThat(events()).containsExactly("updated " + product);
    }

    @Test
    void otherColumnsAreLearnedWithoutADelivery() throws Exception {
        server.crm().create("Contacts", Map.of("lastname", "Anna", "phone", "1"));
        clock.advance(Duration.ofMinutes(5));
        follow("Contacts", SWEEP + "&columns=lastname");
        await().until(() -> received.size() == 1);
        aPeriodGoesBy();
        stopFeed();
        follow("Contacts", SWEEP + "&columns=lastname,phone");
        aPeriodGoesBy();
        aPeriodGoesBy();
        assertThat(received).hasSize(1);
    }

    @Test
    void aRouteCanAskWhichFieldsChanged() throws Exception {
        String anna = server.crm().create("Contacts", Map.of("lastname", "Anna", "phone", "1"));
        follow("Contacts", "startFrom=beginning&changedFields=true");
        List<String> calls = new CopyOnWriteArrayList<>();
        List<Exchange> unfiltered = new CopyOnWriteArrayList<>();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/Contacts?delay=50&initialDelay=0&startFrom=beginning&changedFields=true&url="
                                + server.url() + "&username=admin&accessKey=RAW(" + server.accessKey()
                                + ")&cursorKey=phones&cursorDirectory=RAW(" + cursors + ")")
                        .process(unfiltered::add)
                        .filter(simple("${header.CamelVtigerChangedFields} contains 'phone'"))
                        .process(exchange -> calls.add(
                                (String) exchange.getIn().getBody(Map.class).get("phone")));
            }
        });
        await().until(() -> received.size() == 1 && unfiltered.size() == 1);
        assertThat(received.get(0).getIn().getHeader(VtigerConstants.CHANGED_FIELDS))
                .as("not known before")
                .isNull();
        clock.advance(Duration.ofSeconds(5));
        server.crm().revise(anna, Map.of("lastname", "Berta"));
        clock.advance(Duration.ofSeconds(5));
        await().until(() -> received.size() == 2);
        assertThat(received.get(1).getIn().getHeader(VtigerConstants.CHANGED_FIELDS, List.class))
                .containsExactlyInAnyOrder("lastname", "modifiedtime");
        server.crm().revise(anna, Map.of("phone", "2"));
        clock.advance(Duration.ofSeconds(5));
        await().until(() -> received.size() == 3 && !calls.isEmpty());
        assertThat(received.get(2).getIn().getHeader(VtigerConstants.CHANGED_FIELDS, List.class))
                .containsExactlyInAnyOrder("phone", "modifiedtime");
        assertThat(calls).containsExactly("2");
    }

    private void invoiceOfThree(String product) {
        String account = server.crm().create("Accounts", Map.of("accountname", "Acme"));
        Map<String, Object> invoice = new HashMap<>();
        invoice.put("subject", "Bolts");
        invoice.put("account_id", account);
        invoice.put("bill_street", "b");
        invoice.put("ship_street", "s");
        invoice.put("invoicestatus", "Created");
        invoice.put("hdnTaxType", "group");
        invoice.put("productid", product);
        invoice.put("LineItems", List.of(Map.of("productid", product, "quantity", "3", "listprice", "1")));
        server.crm().create("Invoice", invoice);
    }
}
