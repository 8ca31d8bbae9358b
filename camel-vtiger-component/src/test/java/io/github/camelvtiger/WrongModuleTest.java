package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record of another module than the one that was named is neither written nor deleted. */
class WrongModuleTest extends CrmTestSupport {

    @TempDir
    Path cursors;

    private int accounts;

    @Override
    SimulatorServer crm() {
        return simulator().seed("empty").start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vtiger:revise/Accounts",
                "vtiger:update/Accounts",
                "vtiger:delete/Accounts",
                "vtiger:retrieve/Accounts",
                "vtiger:revise/Accounts?validate=true",
                "vtiger:revise/Accounts?resolveNames=true",
                "vtiger:delete/Accounts?rawPayload=true",
                "vtiger:retrieve/Accounts?rawPayload=true"
            })
    void idOfAnotherModuleIsRefusedBeforeAnythingIsSent(String uri) {
        String contact = contact("Kept");
        int before = writes();
        for (Exchange refused : List.of(
                call(uri, Map.of("id", contact, "accountname", "Lost")),
                call(uri, Map.of("accountname", "Lost"), Map.of(VtigerConstants.RECORD_ID, contact)),
                call(uri.replace("/Accounts", ""), Map.of("id", contact), module("Accounts")))) {
            assertThat(refused.getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining(contact + " is one of Contacts")
                    .hasMessageContaining("Accounts, whose ids begin with 11x");
        }
        assertThat(writes()).isEqualTo(before);
        assertThat(lastname(contact)).isEqualTo("Kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"revise", "update"})
    void rawJsonIsReadForItsId(String operation) {
        String contact = contact("Kept");
        String uri = "vtiger:" + operation + "/Accounts?rawPayload=true";
        assertThat(call(uri, "{\"id\":\"" + contact + "\",\"accountname\":\"Lost\"}")
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is one of Contacts");
        assertThat(call(uri, "{\"accountname\":\"Lost\"}", Map.of(VtigerConstants.RECORD_ID, contact))
                        .getException())
                .hasMessageContaining("is one of Contacts");
        assertThat(lastname(contact)).isEqualTo("Kept");
    }

    @Test
    void unknownModuleIsRefusedTheSame() {
        String contact = contact("Kept");
        assertThat(call("vtiger:delete/Contcts", contact).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'Contcts'")
                .hasMessageContaining("Contacts");
        assertThat(lastname(contact)).isEqualTo("Kept");
    }

    @Test
    void elementsOfABatchAreRefusedOneByOne() {
        String contact = contact("Kept");
        String account = account("Acme");
        BatchResult result = call(
                        "vtiger:revise/Accounts",
                        List.of(
                                Map.of("id", contact, "accountname", "Lost"),
                                Map.of("id", account, "accountname", "Acme Ltd")))
                .getMessage()
                .getBody(BatchResult.class);
        assertThat(result).extracting(BatchItem::outcome).containsExactly(Outcome.FAILED, Outcome.UPDATED);
        assertThat(result.items().get(0).error()).hasMessageContaining("is one of Contacts");
        BatchResult deleted = call("vtiger:delete/Accounts", List.of(contact, Map.of("id", contact), account))
                .getMessage()
                .getBody(BatchResult.class);
        assertThat(deleted)
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.FAILED, Outcome.FAILED, Outcome.DELETED);
        assertThat(call("vtiger:retrieve/Accounts", List.of(contact)).getException())
                .hasMessageContaining("is one of Contacts");
        assertThat(lastname(contact)).isEqualTo("Kept");
    }

    @ParameterizedTest
    @CsvSource({"retrieve-record", "update-record", "delete-record"})
    void runRefusesItToo(String action) {
        String contact = contact("Kept");
        Map<String, Object> input = new HashMap<>(Map.of("id", contact));
        if (action.equals("update-record")) {
            input.put("record", Map.of("accountname", "Lost"));
        }
        assertThat(call("vtiger:run/Accounts?action=" + action, input).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is one of Contacts");
        assertThat(call("vtiger:run?action=" + action, input, module("Accounts"))
                        .getException())
                .hasMessageContaining("is one of Contacts");
        assertThat(lastname(contact)).isEqualTo("Kept");
    }

    @Test
    void inputOfAnActionMustNotNameAnotherModule() {
        Map<String, Object> input = Map.of("module", "Contacts", "record", Map.of("lastname", "Other"));
        assertThat(call("vtiger:run/Leads?action=create-record", input).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("Contacts")
                .hasMessageContaining("Leads");
    }

    @Test
    void leftOverIdIsRefusedByWritesAndNamedWithTheCure() {
        String first = contact("First");
        String second = contact("Second");
        Map<String, Object> header = Map.of(VtigerConstants.RECORD_ID, first);
        Map<String, Object> body = Map.of("id", second, "lastname", "Changed");
        for (String operation : List.of("revise", "update", "delete")) {
            assertThat(call("vtiger:" + operation + "/Contacts", body, header).getException())
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining(first)
                    .hasMessageContaining(second)
                    .hasMessageContaining("removeHeader(\"CamelVtigerRecordId\")");
        }
        assertThat(call("vtiger:run?action=delete-record", Map.of("id", second), header)
                        .getException())
                .hasMessageContaining("removeHeader");
        assertThat(lastname(first)).isEqualTo("First");
        assertThat(lastname(second)).isEqualTo("Second");
    }

    @Test
    void createAndUpsertDoNotLookAtTheLeftOverId() {
        String contact = contact("Kept");
        Map<String, Object> header = Map.of(VtigerConstants.RECORD_ID, contact);
        Message created = call("vtiger:create/Leads", Map.of("id", contact, "lastname", "New", "company", "x"), header)
                .getMessage();
        assertThat(created.getHeader(VtigerConstants.RECORD_ID, String.class)).startsWith("10x");
        Message upserted = call(
                        "vtiger:upsert/Leads?matchFields=lastname", Map.of("lastname", "Newer", "company", "x"), header)
                .getMessage();
        assertThat(upserted.getHeader(VtigerConstants.RECORD_ID, String.class)).startsWith("10x");
        assertThat(lastname(contact)).isEqualTo("Kept");
    }

    @Test
    void readingTakesTheHeaderBesideARecord() {
        String account = account("Acme");
        String contact = contact("Reader");
        Message answer = call(
                        "vtiger:retrieve/Accounts",
                        Map.of("id", contact, "account_id", account),
                        Map.of(VtigerConstants.RECORD_ID, account))
                .getMessage();
        assertThat(answer.getBody(Map.class)).containsEntry("id", account);
    }

    @Test
    void headerWinsBesideATextAndWhatAnEarlierStepLeft() {
        for (Object body : List.of("some text", 5L)) {
            String contact = contact("Gone");
            Exchange deleted = call("vtiger:delete/Contacts", body, Map.of(VtigerConstants.RECORD_ID, contact));
            assertThat(deleted.getException()).isNull();
            assertThat(call("vtiger:retrieve?notFoundBehaviour=null", contact)
                            .getMessage()
                            .getBody())
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create/Leads", "upsert/Leads?matchFields=lastname&onMultiple=first"})
    void moduleThatAFeedLeftBehindDoesNotBeatTheUri(String producer) throws Exception {
        for (int i = 0; i < 5; i++) {
            contact("Fed " + i);
        }
        long contacts = count("Contacts");
        MockEndpoint written = getMockEndpoint("mock:written");
        written.reset();
        written.expectedMinimumMessageCount((int) contacts);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/Contacts?startFrom=beginning&delay=100&initialDelay=0&cursorDirectory=RAW("
                                + cursors.resolve(producer.substring(0, 6)) + ")")
                        .routeId("feed")
                        .process(exchange -> exchange.getMessage()
                                .setBody(Map.of(
                                        "lastname",
                                        exchange.getMessage().getBody(Map.class).get("lastname"),
                                        "company",
                                        "x")))
                        .to("vtiger:" + producer)
                        .to("mock:written");
            }
        });
        written.assertIsSatisfied();
        context.getRouteController().stopRoute("feed");
        assertThat(context.removeRoute("feed")).isTrue();
        assertThat(count("Contacts")).isEqualTo(contacts);
        assertThat(written.getExchanges()).allSatisfy(exchange -> assertThat(
                        exchange.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class))
                .startsWith("10x"));
    }

    @Test
    void moduleThatAConsumerLeftBehindCountsIfTheUriNamesNone() {
        Exchange created = leftBehind("vtiger:create", "Contacts", Map.of("lastname", "Left"));
        assertThat(created.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class))
                .startsWith("12x");
        assertThat(leftBehind("vtiger:retrieve", "Contacts", account("Read")).getException())
                .isNull();
        assertThat(leftBehind("vtiger:delete", "Contacts", account("Kept")).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("is one of Accounts");
    }

    @Test
    void moduleOfAPolledRecordDoesNotBeatTheUriEither() throws Exception {
        contact("Polled");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:polled")
                        .pollEnrich("vtiger:query/Contacts?maxMessagesPerPoll=1&initialDelay=0", 10_000)
                        .setBody(constant(Map.of("lastname", "Polled", "company", "x")))
                        .to("vtiger:create/Leads");
            }
        });
        Exchange created = template.request("direct:polled", exchange -> {});
        assertThat(created.getException()).isNull();
        assertThat(created.getMessage().getHeader(VtigerConstants.MODULE)).isEqualTo("Contacts");
        assertThat(created.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class))
                .startsWith("10x");
    }

    @Test
    void moduleThatARouteChoosesBeatsTheUri() {
        Exchange chosen = template.request("vtiger:create/Contacts", exchange -> {
            exchange.setProperty(VtigerConstants.CONSUMER_MODULE, "Contacts");
            exchange.getMessage().setHeader(VtigerConstants.MODULE, "Leads");
            exchange.getMessage().setBody(Map.of("lastname", "Chosen", "company", "x"));
        });
        assertThat(chosen.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class))
                .startsWith("10x");
    }

    @Test
    void queryTakesTheUrisModuleToo() {
        contact("Counted");
        long accounts = count("Accounts");
        assertThat(leftBehind("vtiger:count/Accounts", "Contacts", null)
                        .getMessage()
                        .getBody())
                .isEqualTo(accounts);
    }

    private Exchange leftBehind(String uri, String module, Object body) {
        return template.request(uri, exchange -> {
            exchange.setProperty(VtigerConstants.CONSUMER_MODULE, module);
            exchange.getMessage().setHeader(VtigerConstants.MODULE, module);
            exchange.getMessage().setBody(body);
        });
    }

    private static Map<String, Object> module(String name) {
        return Map.of(VtigerConstants.MODULE, name);
    }

    private long count(String module) {
        return call("vtiger:count/" + module, null).getMessage().getBody(Long.class);
    }

    private Object lastname(String contact) {
        return call("vtiger:retrieve", contact).getMessage().getBody(Map.class).get("lastname");
    }

    private String account(String name) {
        return call("vtiger:create/Accounts", Map.of("accountname", name + " " + ++accounts))
                .getMessage()
                .getHeader(VtigerConstants.RECORD_ID, String.class);
    }

    private int writes() {
        return (int) crm.calls().stream()
                .filter(call -> List.of("create", "update", "revise", "delete").contains(call.operation()))
                .count();
    }
}
