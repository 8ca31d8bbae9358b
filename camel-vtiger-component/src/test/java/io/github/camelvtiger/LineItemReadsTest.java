package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineItemReadsTest extends CrmTestSupport {

    private static final int ORDERS = 60;
    private static final int ITEMS = 3;

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export")
                        .to("vtiger:export/Quotes?lineItems=true&where=RAW(subject LIKE 'Read%')")
                        .process(exchange -> {
                            List<Object> records = new ArrayList<>();
                            exchange.getMessage().getBody(Iterator.class).forEachRemaining(records::add);
                            exchange.getMessage().setBody(records);
                        });
            }
        };
    }

    @BeforeAll
    void orders() {
        String product = crm.crm().create("Products", Map.of("productname", "Bolts", "unit_price", "10"));
        String account = crm.crm().create("Accounts", Map.of("accountname", "Builders"));
        Map<String, Object> item = Map.of("productid", product, "quantity", 2, "listprice", 10);
        for (int i = 0; i < ORDERS; i++) {
            crm.crm()
                    .create(
                            "Quotes",
                            Map.of(
                                    "subject",
                                    "Read " + i,
                                    "quotestage",
                                    "Created",
                                    "account_id",
                                    account,
                                    "bill_street",
                                    "b",
                                    "ship_street",
                                    "s",
                                    "currency_id",
                                    "21x1",
                                    "productid",
                                    product,
                                    "hdnTaxType",
                                    "group",
                                    "LineItems",
                                    List.of(item, item, item)));
        }
    }

    @BeforeEach
    void logIn() {
        call("vtiger:describe/Quotes", null);
        crm.clearCalls();
    }

    @Test
    void withoutTheOptionThereIsARowForEachRecordAndItemsCostNothing() {
        List<Map<String, Object>> rows =
                rows("vtiger:query?query=RAW(SELECT * FROM Quotes WHERE subject LIKE 'Read%')");
        assertThat(rows).hasSize(ORDERS).allSatisfy(row -> assertThat(row)
                .containsKeys("subject", "hdnGrandTotal")
                .doesNotContainKeys("LineItems", "quantity", "listprice"));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aQueryBringsTheItemsOfAHundredRecordsAtOnce() {
        List<Map<String, Object>> rows =
                rows("vtiger:query/Quotes?lineItems=true&where=RAW(subject LIKE 'Read%')&columns=subject");
        assertThat(rows).hasSize(ORDERS).allSatisfy(row -> assertThat((List<?>) row.get("LineItems"))
                .hasSize(ITEMS));
        // One for the records, two for 180 items.
        assertThat(requests()).hasSize(3);
    }

    @Test
    void anExportBringsThemToo() {
        List<?> exported = call("direct:export", null).getMessage().getBody(List.class);
        List<Map<?, ?>> read = new ArrayList<>();
        exported.forEach(record -> read.add((Map<?, ?>) record));
        assertThat(read).hasSize(ORDERS).allSatisfy(row -> {
            assertThat((List<?>) row.get("LineItems")).hasSize(ITEMS);
            assertThat(row.containsKey("hdnGrandTotal")).isTrue();
            assertThat(row.containsKey("quantity")).isFalse();
        });
        // One for the records, whose page is short, so that nothing follows; two for the items.
        assertThat(requests()).hasSize(3);
    }

    @Test
    void aFieldOfTheItemsThatIsAskedForIsThere() {
        assertThat(rows("vtiger:query?query=RAW(SELECT subject, quantity FROM Quotes WHERE subject LIKE 'Read%')"))
                .hasSize(ORDERS)
                .allSatisfy(row -> assertThat(row).containsKey("quantity"));
    }

    @Test
    void otherModulesHaveNoItems() {
        contact("Plain");
        crm.clearCalls();
        assertThat(rows("vtiger:query?lineItems=true&query=RAW(SELECT * FROM Contacts)"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContainKey("LineItems"));
        assertThat(requests()).hasSize(1);
    }

    @Test
    void aRetrievedOrderHasThemAnyway() {
        String id = String.valueOf(rows("vtiger:query/Quotes?columns=subject&where=RAW(subject = 'Read 1')")
                .get(0)
                .get("id"));
        assertThat(call("vtiger:retrieve", id).getMessage().getBody(Map.class)).containsKey("LineItems");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> rows(String uri) {
        return call(uri, null).getMessage().getBody(List.class);
    }

    /** Without the question over REST who the user is, which comes once in the life of a client. */
    private List<String> requests() {
        return crm.calls().stream()
                .map(call -> call.operation())
                .filter(operation -> !operation.equals("me"))
                .toList();
    }
}
