package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server would store without its meaning, in the items of orders, among activities, and in ids of another case. */
class WrongItemsTest extends CrmTestSupport {

    @Override
    SimulatorServer crm() {
        return SimulatorServer.builder().seed("empty").start();
    }

    @ParameterizedTest
    @CsvSource({
        "productid, 12x1, 'The value ''12x1'' of productid in item 2 of LineItems', 'Products or Services'",
        "productid, 999x1, 'The value ''999x1'' of productid in item 2 of LineItems', 'Products or Services'",
        "productid, Chair, 'The value ''Chair'' of productid in item 2 of LineItems', 'is not the id of a record'",
        "productid, 014x1, 'The value ''014x1'' of productid in item 2 of LineItems', 'is not the id of a record'",
        "PRODUCTID, 14x1, There is no field 'PRODUCTID' in item 2 of LineItems, write productid",
        "Quantity, 5, There is no field 'Quantity' in item 2 of LineItems, write quantity",
        "Tax1, 5, There is no field 'Tax1' in item 2 of LineItems, write tax1",
        "listprice, ten, 'The value ''ten'' of listprice in item 2 of LineItems (double) is not a number', 1234.5",
        "tax1, 5%, 'The value ''5%'' of tax1 in item 2 of LineItems (double) is not a number', 1234.5"
    })
    void itemThatTheServerWouldStoreWithoutItsProductIsRefused(
            String field, String value, String sentence, String cure) {
        String product = created("vtiger:create/Products", Map.of("productname", "Chair"));
        String service = created("vtiger:create/Services", Map.of("servicename", "Repair"));
        Map<String, Object> order = order(product);
        order.put("LineItems", List.of(item(product), item(service)));
        String id = created("vtiger:create/Invoice", order);
        int before = writes();
        List<Object> items = List.of(item(product), Map.of("quantity", 1, field, value));
        order.put("LineItems", items);
        for (Exchange refused : List.of(
                call("vtiger:create/Invoice", order),
                call("vtiger:create/Invoice?validate=true", order),
                call("vtiger:upsert/Invoice?matchFields=subject", order),
                call("vtiger:revise", Map.of("id", id, "LineItems", items)),
                call("vtiger:revise?lineItemUpdate=replace", Map.of("id", id, "LineItems", items)))) {
            assertThat(refused.getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining(sentence)
                    .hasMessageContaining(cure);
        }
        assertThat(writes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"productid\":\"14x1\",\"quantity\":1}", "\"none\"", "[\"none\"]", "7"})
    void itemsThatAreNotAListOfObjectsAreRefused(String items) {
        int before = writes();
        assertThat(call("vtiger:create/Invoice", "{\"subject\":\"x\",\"LineItems\":" + items + "}")
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("LineItems")
                .hasMessageContaining("List of Maps");
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void itemsAreValidatedTogetherWithTheRecord() {
        String product = created("vtiger:create/Products", Map.of("productname", "Bench"));
        Map<String, Object> order = order(product);
        order.put("invoicestatus", "No such status");
        Map<String, Object> wrong = new HashMap<>(item(product));
        wrong.putAll(Map.of("quantity", "a dozen", "listprice", "12,50", "tax1", "5%", "discount_percent", ""));
        order.put("LineItems", List.of(item(product), wrong));
        int before = writes();
        assertThat(call("vtiger:create/Invoice?validate=true", order).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("No such status")
                .hasMessageContaining("The value 'a dozen' of quantity in item 2 of LineItems (double) is not a number")
                .hasMessageContaining("'12,50' of listprice in item 2")
                .hasMessageContaining("'5%' of tax1 in item 2")
                .hasMessageNotContaining("discount");
        assertThat(writes()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "2.5", ".5", "-1", "2."})
    void numbersOfItemsAreValid(String quantity) {
        String product = created("vtiger:create/Products", Map.of("productname", "Stool"));
        Map<String, Object> order = order(product);
        order.put("LineItems", List.of(Map.of("productid", product, "quantity", quantity, "listprice", 1.5e3)));
        assertThat(call("vtiger:create/Invoice?validate=true", order).getException())
                .isNull();
    }

    @Test
    void itemsOfManyOrdersCostNoRequestForEach() {
        String product = created("vtiger:create/Products", Map.of("productname", "Table"));
        String service = created("vtiger:create/Services", Map.of("servicename", "Delivery"));
        Map<String, Object> order = order(product);
        order.put("LineItems", List.of(item(product), item(service), item(product)));
        created("vtiger:create/Invoice", order);
        int before = crm.calls().size();
        call("vtiger:create/Invoice", List.of(order, order, order));
        assertThat(crm.calls().size() - before).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"Emails, Emails", "emails, Emails", "'Emails ', Emails", "task, Calendar"})
    void eventOfATypeThatEventsLeaveOutIsRefused(String type, String module) {
        int before = writes();
        assertThat(call("vtiger:create/Events", activity(type)).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("activitytype")
                .hasMessageContaining("write it with the module " + module);
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void typeThatIsAnEmptyOptionalIsThatOfTheModule() {
        Map<String, Object> task = activity(Optional.empty());
        task.put("taskstatus", "Planned");
        String id = created("vtiger:create/Calendar", task);
        assertThat(call("vtiger:retrieve/Calendar", id).getMessage().getBody(Map.class))
                .containsEntry("activitytype", "Task");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete/Contacts", "revise/Contacts", "update/Contacts", "delete"})
    void idInAnotherCaseIsNotPassedOverForOneThatIsLeftOver(String operation) {
        String left = contact("Left");
        String meant = contact("Meant");
        int before = writes();
        for (Object body : List.of(Map.of("ID", meant, "lastname", "Other"), "{\"Id\":\"" + meant + "\"}")) {
            assertThat(call("vtiger:" + operation, body, Map.of(VtigerConstants.RECORD_ID, left))
                            .getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("Write id,");
        }
        assertThat(call("vtiger:retrieve", Map.of("ID", meant), Map.of(VtigerConstants.RECORD_ID, left))
                        .getMessage()
                        .getBody(Map.class))
                .containsEntry("lastname", "Left");
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void inputWithoutANameIsRefused() {
        Map<String, Object> input = new HashMap<>(Map.of("id", "12x1"));
        input.put(null, "x");
        assertThat(call("vtiger:run?action=retrieve-record", input).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'null' is not known");
    }

    @Test
    void whatIsNotARecordIsNotExplainedByNamesOfClassesThatNobodyWrote() {
        for (Object body : Arrays.asList(List.of(List.of("x")), "[[{\"lastname\":\"x\"}]]", Optional.of("x"))) {
            Exchange exchange = call("vtiger:create/Contacts?failOnError=true", body);
            assertThat(exchange.getException())
                    .hasMessageContaining("is not a record; give a Map, JSON")
                    .hasMessageNotContaining("LinkedHashMap");
        }
    }

    @Test
    void nodesOfJsonAreBoundAsTheirValues() {
        contact("Node");
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        String query = "vtiger:count?query=RAW(select * from Contacts where lastname ";
        assertThat(call(query + "= :name)", null, Map.of("name", nodes.textNode("Node")))
                        .getMessage()
                        .getBody())
                .isEqualTo(1L);
        assertThat(call(
                                query + "in (:name))",
                                null,
                                Map.of("name", nodes.arrayNode().add("Node").add(5)))
                        .getMessage()
                        .getBody())
                .isEqualTo(1L);
    }

    private Map<String, Object> order(String product) {
        String account = created(
                "vtiger:create/Accounts",
                Map.of("accountname", "Acme " + crm.calls().size()));
        return new HashMap<>(Map.of(
                "subject", "Order",
                "account_id", account,
                "bill_street", "b",
                "ship_street", "s",
                "invoicestatus", "Created",
                "productid", product));
    }

    private static Map<String, Object> item(String product) {
        return Map.of("productid", product, "quantity", 1, "listprice", 5, "tax1", "4.5");
    }

    private static Map<String, Object> activity(Object type) {
        return new HashMap<>(Map.of(
                "subject", "Meet",
                "date_start", "2026-12-01",
                "time_start", "10:00:00",
                "due_date", "2026-12-01",
                "time_end", "11:00:00",
                "duration_hours", "1",
                "eventstatus", "Planned",
                "activitytype", type));
    }

    private String created(String uri, Map<String, Object> record) {
        Exchange exchange = call(uri, record);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);
    }

    private int writes() {
        return (int) crm.calls().stream()
                .filter(call -> List.of("create", "update", "revise", "delete").contains(call.operation()))
                .count();
    }
}
