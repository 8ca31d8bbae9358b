package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vtiger 7.3.0, which deletes the items of Quotes and SalesOrder in a save without items ({@code releases.md}). */
class OldOrdersTest extends CrmTestSupport {

    @Override
    SimulatorServer crm() {
        return SimulatorServer.builder().release("7.3.0").start();
    }

    @ParameterizedTest
    @CsvSource({
        "Quotes, revise, ''",
        "Quotes, revise, 1",
        "SalesOrder, revise, 1",
        "Quotes, update, ''",
        "SalesOrder, update, 1",
        "Invoice, revise, 1"
    })
    void theItemsAreSentAlong(String module, String operation, String rate) {
        String product = id(call("vtiger:create/Products", Map.of("productname", "Old")));
        String account = id(call("vtiger:create/Accounts", Map.of("accountname", "Old " + module + operation + rate)));
        Map<String, Object> order =
                new HashMap<>(Map.of("subject", "Old", "account_id", account, "bill_street", "B", "ship_street", "S"));
        order.putAll(Map.of("quotestage", "Created", "sostatus", "Created", "invoicestatus", "Created"));
        order.put(
                "LineItems",
                List.of(
                        Map.of("productid", product, "quantity", "2", "listprice", "5"),
                        Map.of("productid", product, "quantity", "3", "listprice", "7")));
        String id = id(call("vtiger:create/" + module, order));
        Map<String, Object> change = new HashMap<>(operation.equals("update") ? order : Map.of());
        change.remove("LineItems");
        change.put("assigned_user_id", "19x1");
        change.put("id", id);
        change.put("subject", "Changed");
        if (!rate.isEmpty()) {
            change.put("conversion_rate", rate);
            change.put("productid", product);
        }
        assertThat(call("vtiger:" + operation + "/" + module, change).getException())
                .isNull();
        Map<?, ?> after = call("vtiger:retrieve", id).getMessage().getBody(Map.class);
        assertThat(after.get("subject")).isEqualTo("Changed");
        assertThat((List<?>) after.get("LineItems"))
                .extracting(item -> String.valueOf(((Map<?, ?>) item).get("productid")))
                .containsExactly(product, product);
        assertThat(after.get("hdnGrandTotal")).asString().startsWith("31");
    }

    private static String id(Exchange made) {
        assertThat(made.getException()).isNull();
        return made.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
    }
}
