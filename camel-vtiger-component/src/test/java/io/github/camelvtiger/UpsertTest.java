package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.simulator.fault.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;

class UpsertTest extends UpsertTestSupport {

    @Test
    void firstCreatesThenChangesThenLeavesAlone() {
        Message created = upsert(contact("a@x.org", "Nowak")).getMessage();
        assertThat(created.getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        String id = created.getHeader(VtigerConstants.RECORD_ID, String.class);

        Message changed = upsert(contact("a@x.org", "Kowalski")).getMessage();
        assertThat(changed.getHeader(VtigerConstants.OUTCOME)).isEqualTo("updated");
        assertThat(changed.getHeader(VtigerConstants.RECORD_ID)).isEqualTo(id);

        crm.clearCalls();
        Message equal = upsert(contact("a@x.org", "Kowalski")).getMessage();
        assertThat(equal.getHeader(VtigerConstants.OUTCOME)).isEqualTo("unchanged");
        assertThat(equal.getBody(Map.class)).containsEntry("id", id).containsKeys("createdtime", "firstname");
        assertThat(calls("query")).isOne();
        assertThat(crm.calls()).hasSize(1);
    }

    @Test
    void onlyWhatDiffersIsSent() {
        upsert(Map.of("email", "a@x.org", "lastname", "Nowak", "firstname", "Ada"));
        upsert(Map.of("email", "a@x.org", "lastname", "Nowak", "firstname", "Eva"));
        assertThat(crm.calls().stream()
                        .filter(call -> call.operation().equals("revise"))
                        .map(call -> call.parameters().get("element")))
                .singleElement()
                .asString()
                .contains("Eva")
                .doesNotContain("Nowak", "a@x.org");
    }

    @Test
    void manyRowsCostALookupAHundredAndAWriteAChange() {
        List<Map<String, Object>> rows = contacts(250);
        crm.clearCalls();
        assertThat(batch(BY_EMAIL, rows)).extracting(BatchItem::outcome).containsOnly(Outcome.CREATED);
        assertThat(calls("query"))
                .as("three lookups, and a count behind each that finds nothing")
                .isEqualTo(6);
        assertThat(calls("create")).isEqualTo(250);

        rows.get(7).put("lastname", "Changed");
        rows.get(133).put("firstname", "Changed");
        crm.clearCalls();
        BatchResult second = batch(BY_EMAIL, rows);

        assertThat(second.items().stream().filter(item -> item.outcome() == Outcome.UPDATED))
                .extracting(BatchItem::index)
                .containsExactly(7, 133);
        assertThat(second.items().stream().filter(item -> item.outcome() == Outcome.UNCHANGED))
                .hasSize(248);
        assertThat(second).extracting(BatchItem::index).isSorted();
        assertThat(crm.calls()).hasSize(3 + 2);
    }

    @Test
    void recordOfAnotherCrmBringsNeitherItsIdNorItsTimes() {
        Map<String, Object> foreign = new HashMap<>(Map.of(
                "id",
                "12x999999",
                "email",
                "a@x.org",
                "lastname",
                "A",
                "createdtime",
                "2020-01-01 00:00:00",
                "modifiedtime",
                "2020-01-01 00:00:00",
                "modifiedby",
                "19x77",
                "contact_no",
                "CON9999"));
        Exchange created = call(BY_EMAIL, foreign, Map.of(VtigerConstants.RECORD_ID, "12x999999"));
        assertThat(created.getMessage().getHeader(VtigerConstants.RECORD_ID)).isNotEqualTo("12x999999");
        assertThat(upsert(foreign).getMessage().getHeader(VtigerConstants.OUTCOME))
                .isEqualTo("unchanged");
    }

    @Test
    void valuesCompareInTheFormsOfTheCrm() {
        Map<String, Object> row = Map.of("accountname", "Forms", "annual_revenue", "1234.5", "emailoptout", true);
        call("vtiger:upsert/Accounts?matchFields=accountname", row);
        assertThat(call("vtiger:upsert/Accounts?matchFields=accountname", row)
                        .getMessage()
                        .getHeader(VtigerConstants.OUTCOME))
                .isEqualTo("unchanged");
    }

    @Test
    void ambiguousCreateIsOfThatRowAndItsKeyOnly() {
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        BatchResult result =
                batch(BY_EMAIL, List.of(contact("a@x.org", "A"), contact("b@x.org", "B"), contact("a@x.org", "C")));
        assertThat(result)
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.FAILED, Outcome.CREATED, Outcome.FAILED);
        assertThat(result.items().get(0).error()).isInstanceOf(AmbiguousWriteException.class);
        assertThat(result.items().get(2).error())
                .isInstanceOf(AmbiguousWriteException.class)
                .hasMessageContaining("earlier row");
        assertThat(calls("create")).isEqualTo(2);
    }

    @Test
    void lookupIsRepeatedAndALostSessionRenewed() {
        upsert(contact("a@x.org", "A"));
        crm.faults().failNext(2, Fault.HTTP_500_EMPTY, "query");
        assertThat(upsert(contact("a@x.org", "B")).getMessage().getHeader(VtigerConstants.OUTCOME))
                .isEqualTo("updated");

        crm.faults().onCall("revise", new ExpireOnce(crm.faults()::expireSessions)::run);
        BatchResult result = batch(BY_EMAIL, List.of(contact("a@x.org", "C"), contact("b@x.org", "D")));
        assertThat(result).extracting(BatchItem::outcome).containsExactly(Outcome.UPDATED, Outcome.CREATED);
    }

    @Test
    void lookupThatFailsForGoodFailsItsRowsAndTheNextHundredGoesOn() {
        upsert(contact("warm@x.org", "A"));
        crm.faults().failNext(4, Fault.HTTP_500_EMPTY, "query");
        BatchResult result = batch(BY_EMAIL, contacts(120));
        assertThat(result.items().subList(0, 100))
                .extracting(BatchItem::outcome)
                .containsOnly(Outcome.FAILED);
        assertThat(result.items().subList(100, 120))
                .extracting(BatchItem::outcome)
                .containsOnly(Outcome.CREATED);
    }

    @Test
    void stopOnErrorSendsNothingBehindTheFailedRow() {
        BatchResult result = batch(
                BY_EMAIL + "&stopOnError=true",
                List.of(contact("a@x.org", "A"), contact(" ", "B"), contact("c@x.org", "C")));
        assertThat(result).extracting(BatchItem::outcome).containsExactly(Outcome.CREATED, Outcome.FAILED);
        assertThat(calls("create")).isOne();
    }

    @Test
    void anIteratorIsReadAsFarAsNeeded() {
        int[] read = {0};
        batch(
                BY_EMAIL + "&stopOnError=true",
                Stream.iterate(0, i -> i + 1)
                        .peek(i -> read[0]++)
                        .map(i -> i == 150 ? contact("", "A") : contact("i" + i + "@x.org", "A"))
                        .iterator());
        assertThat(read[0]).isBetween(151, 201);
        assertThat(calls("create")).isEqualTo(150);
    }

    @Test
    void moduleOfTheHeaderBeatsTheUri() {
        Message answer = call(BY_EMAIL, contact("a@x.org", "A"), Map.of(VtigerConstants.MODULE, "Leads"))
                .getMessage();
        assertThat(answer.getHeader(VtigerConstants.RECORD_ID, String.class)).startsWith("10x");
    }

    /** Runs its action at the first call only. */
    private static final class ExpireOnce {

        private final Runnable action;
        private boolean done;

        ExpireOnce(Runnable action) {
            this.action = action;
        }

        synchronized void run() {
            if (!done) {
                done = true;
                action.run();
            }
        }
    }
}
