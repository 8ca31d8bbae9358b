package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.QuerySyntaxException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.fault.Fault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vtiger 8.3.0, whose counts answer nothing and which can't write orders ({@code releases.md §2}). */
class Release830Test extends CrmTestSupport {

    private static final String BY_EMAIL = "vtiger:upsert/Leads?matchFields=email";

    @Override
    SimulatorServer crm() {
        return SimulatorServer.builder().release("8.3.0").start();
    }

    @BeforeEach
    void clear() {
        crm.reset();
        context.getEndpoint("vtiger:me", VtigerEndpoint.class)
                .client()
                .capabilities()
                .askAgain()
                .join();
        crm.clearCalls();
    }

    @Test
    void recordsAreCountedByTheirIds() {
        call("vtiger:create/Leads?keepRecords=0", leads(150));
        assertThat(count("lastname LIKE 'Counted%'")).isEqualTo(150);
        assertThat(count("lastname = 'Counted 7'")).isEqualTo(1);
        assertThat(count("lastname = 'nobody'")).isZero();
        assertThat(count("lastname = 'nobody' OR lastname = 'Counted 7' AND email = 'c7@x.org'"))
                .isEqualTo(1);
        assertThat(call("vtiger:count?query=RAW(SELECT id FROM Leads)", null)
                        .getMessage()
                        .getBody(Long.class))
                .isEqualTo(crm.crm().count("Leads"));
    }

    @Test
    void aQueryForACountHasARow() {
        call("vtiger:create/Leads", leads(2));
        assertThat(countRow("lastname LIKE 'Counted%'")).isEqualTo(List.of(Map.of("count", "2")));
        assertThat(countRow("lastname = 'nobody'")).isEqualTo(List.of(Map.of("count", "0")));
        assertThat(countRow("lastname LIKE 'Counted%' LIMIT 1, 1")).isEqualTo(List.of());
    }

    private Object countRow(String where) {
        return call("vtiger:query?query=RAW(SELECT count(*) FROM Leads WHERE " + where + ")", null)
                .getMessage()
                .getBody();
    }

    @Test
    void anEmptyModuleHasNoRecords() {
        for (Map<String, String> lead : crm.crm().records("Leads")) {
            crm.crm().delete(lead.get("id"));
        }
        assertThat(count("lastname = 'nobody'")).isZero();
        call("vtiger:create/Leads", leads(2));
        assertThat(count("lastname LIKE 'Counted%'")).isEqualTo(2);
        assertThat(count("lastname = 'nobody'")).isZero();
    }

    /** The count, the list, the record that is known to be there: whichever of them fail, zero is not the answer. */
    @Test
    void aListThatFailsUnseenIsNoCountOfZero() {
        call("vtiger:create/Leads", leads(1));
        for (int failing = 1; failing < 6; failing++) {
            crm.faults().failNext(failing, Fault.HIDDEN_SQL_ERROR, "query");
            Exchange counted =
                    call("vtiger:count?query=RAW(SELECT id FROM Leads WHERE lastname LIKE 'Counted%')", null);
            crm.faults().clear();
            if (counted.getException() == null) {
                assertThat(counted.getMessage().getBody(Long.class)).isEqualTo(1);
            } else {
                assertThat(counted.getException()).isInstanceOf(ServerFailureException.class);
            }
        }
        crm.faults().failNext(20, Fault.HIDDEN_SQL_ERROR, "query");
        assertThat(call("vtiger:count?query=RAW(SELECT id FROM Leads WHERE lastname = 'nobody')", null)
                        .getException())
                .isInstanceOf(ServerFailureException.class)
                .hasMessageContaining("count(*)");
    }

    @Test
    void theRecordThatProvesAnEmptyListMayBeDeletedMeanwhile() {
        assertThat(count("lastname = 'nobody'")).isZero();
        String first = crm.crm().records("Leads").get(0).get("id");
        crm.crm().delete(first);
        assertThat(count("lastname = 'nobody'")).isZero();
    }

    @Test
    void queriesInDescendingOrderHaveAllRows() {
        call("vtiger:create/Leads?keepRecords=0", leads(130));
        List<?> rows = call(
                        "vtiger:query?query=RAW(SELECT lastname FROM Leads WHERE lastname LIKE 'Counted%' ORDER BY email DESC LIMIT 120)",
                        null)
                .getMessage()
                .getBody(List.class);
        assertThat(rows).hasSize(120);
    }

    @Test
    void newRecordsAreUpsertedAndEqualOnesNotSent() {
        BatchResult first = batch(leads(120));
        assertThat(first.created()).isEqualTo(120);
        assertThat(batch(leads(120)).unchanged()).isEqualTo(120);
        List<Map<String, Object>> changed = new ArrayList<>(leads(120));
        changed.set(5, Map.of("lastname", "Other", "email", "c5@x.org"));
        BatchResult third = batch(changed);
        assertThat(third.updated()).isEqualTo(1);
        assertThat(third.unchanged()).isEqualTo(119);
    }

    @Test
    void aLookUpThatFailsUnseenMakesNoDuplicates() {
        batch(leads(1));
        for (int failing = 1; failing < 6; failing++) {
            crm.faults().failNext(failing, Fault.HIDDEN_SQL_ERROR, "query");
            batch(leads(1));
            crm.faults().clear();
            assertThat(count("email = 'c0@x.org'")).isEqualTo(1);
        }
    }

    @Test
    void emptyFieldsThatComeAsNullAreEqualToEmptyOnes() {
        List<Map<String, Object>> contact =
                List.of(Map.of("lastname", "Null", "email", "n@x.org", "birthday", "", "account_id", ""));
        String upsert = "vtiger:upsert/Contacts?matchFields=email";
        assertThat(call(upsert, contact).getMessage().getBody(BatchResult.class).created())
                .isEqualTo(1);
        assertThat(call(upsert, contact).getMessage().getBody(BatchResult.class).unchanged())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void createsAreProven(boolean happened) {
        crm.faults().failNext(1, happened ? Fault.CUT_AFTER_EFFECT : Fault.CUT_BEFORE_EFFECT, "create");
        Exchange exchange = call(
                "vtiger:create/Contacts?ambiguousWrites=verify&verifyDelay=50",
                Map.of("lastname", "Proven", "birthday", ""));
        if (happened) {
            assertThat(exchange.getException()).isNull();
        } else {
            assertThat(exchange.getException()).hasMessageContaining("did not happen");
        }
    }

    @Test
    void aReferenceThatIsNoIdIsNotAMissingRecord() {
        assertThat(call("vtiger:revise/Contacts?rawPayload=false", Map.of("id", contact("A"), "account_id", "abc"))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageNotContaining("null");
        assertThat(call("vtiger:query?query=RAW(SELECT id FROM Contacts WHERE assigned_user_id = 'x')", null)
                        .getException())
                .isInstanceOf(QuerySyntaxException.class)
                .hasMessageContaining("12x34");
    }

    @Test
    void anOrderThatCannotBeCreatedNamesTheRelease() {
        Exchange order = call("vtiger:create/SalesOrder", order());
        assertThat(order.getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("8.3.0")
                .hasMessageContaining("administrator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail", "verify"})
    void itemsThatWereReplacedUnderOldTotalsAreAmbiguousAndSaidSo(String ambiguousWrites) {
        Map<String, Object> order = new LinkedHashMap<>(order());
        order.put("productid", item("2").get("productid"));
        String id = crm.crm().create("SalesOrder", order);
        Exchange revised = call(
                "vtiger:revise/SalesOrder?verifyDelay=50&ambiguousWrites=" + ambiguousWrites,
                Map.of("id", id, "LineItems", List.of(item("7"))));
        assertThat(revised.getException())
                .isInstanceOf(AmbiguousWriteException.class)
                .hasMessageContaining("totals");
        Exchange without = call("vtiger:revise/SalesOrder", Map.of("id", id, "subject", "Other"));
        assertThat(without.getException()).isNull();
    }

    @Test
    void aUserWhoSeesNoModuleLearnsWhy() {
        VtigerConnection sales = new VtigerConnection();
        sales.setUrl(crm.url());
        sales.setUsername("sales1");
        sales.setAccessKey(crm.accessKey("sales1"));
        context().getRegistry().bind("sales", sales);
        assertThat(call("vtiger:describe/Contacts?connection=sales", null).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("View all");
    }

    private BatchResult batch(List<Map<String, Object>> rows) {
        return call(BY_EMAIL, rows).getMessage().getBody(BatchResult.class);
    }

    private long count(String where) {
        Exchange counted = call("vtiger:count?query=RAW(SELECT id FROM Leads WHERE " + where + ")", null);
        assertThat(counted.getException()).isNull();
        return counted.getMessage().getBody(Long.class);
    }

    private static List<Map<String, Object>> leads(int number) {
        return IntStream.range(0, number)
                .<Map<String, Object>>mapToObj(i -> Map.of("lastname", "Counted " + i, "email", "c" + i + "@x.org"))
                .toList();
    }

    private Map<String, Object> order() {
        return Map.of(
                "subject",
                "Order",
                "sostatus",
                "Created",
                "invoicestatus",
                "AutoCreated",
                "bill_street",
                "S",
                "ship_street",
                "S",
                "account_id",
                crm.crm().records("Accounts").get(0).get("id"),
                "LineItems",
                List.of(item("2")));
    }

    private Map<String, Object> item(String quantity) {
        return Map.of(
                "productid", crm.crm().records("Products").get(0).get("id"), "quantity", quantity, "listprice", "50");
    }
}
