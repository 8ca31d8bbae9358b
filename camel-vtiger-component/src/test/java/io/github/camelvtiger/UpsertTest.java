package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.DuplicateRecordException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.simulator.SimulatorServer;
import io.github.camelvtiger.simulator.fault.Fault;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpsertTest extends CrmTestSupport {

    private static final String BY_EMAIL = "vtiger:upsert/Contacts?matchFields=email";

    @BeforeEach
    void emptyCrm() {
        crm.reset();
        // The sessions of the test before are gone; what follows counts calls.
        call("vtiger:me", null);
        crm.clearCalls();
    }

    @Override
    SimulatorServer crm() {
        return SimulatorServer.builder().seed("empty").start();
    }

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
        assertThat(calls("query")).isEqualTo(3);
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
    void keysCompareAsTheCrmComparesAndAreNotWrittenBack() {
        upsert(Map.of("email", "Zoë@x.org", "lastname", "A"));
        Message found = upsert(Map.of("email", "ZOE@x.org  ", "lastname", "B")).getMessage();
        assertThat(found.getHeader(VtigerConstants.OUTCOME)).isEqualTo("updated");
        assertThat(found.getBody(Map.class)).containsEntry("email", "Zoë@x.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Neil",
                "back\\slash",
                "ends\\",
                "a&b",
                "a&amp;b",
                "&lt;x",
                "<b>",
                "100%",
                "und_er",
                "Müller",
                "Straße",
                "comma, (paren)",
                "\"quoted\"",
                "colon;",
                "tab\tx",
                " leading",
                "NULL",
                "1e3",
                "d''oh"
            })
    void keysOfAnyCharactersAreFoundAgain(String key) {
        Map<String, Object> row = Map.of("lastname", key, "firstname", "A");
        BatchResult first = batch("vtiger:upsert/Contacts?matchFields=lastname", List.of(row, row));
        assertThat(first).extracting(BatchItem::outcome).containsExactly(Outcome.CREATED, Outcome.UNCHANGED);
        assertThat(batch("vtiger:upsert/Contacts?matchFields=lastname", List.of(row)))
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void keyThatTheCrmCannotKeepIsRefusedAndNeverCreated() {
        long before = crm.crm().count("Contacts");
        assertThat(upsert(contact("😀@x.org", "A")).getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("emoji");
        assertThat(crm.crm().count("Contacts")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void rowWithoutAKeyFailsAndIsNeverCreated(String key) {
        long before = crm.crm().count("Contacts");
        BatchResult result =
                batch(BY_EMAIL, List.of(contact(key, "A"), contact("b@x.org", "B"), Map.of("lastname", "C")));
        assertThat(result)
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.FAILED, Outcome.CREATED, Outcome.FAILED);
        assertThat(result.items().get(0).error())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("email");
        assertThat(crm.crm().count("Contacts")).isEqualTo(before + 1);
    }

    @Test
    void rowsOfOneKeyBecomeOneRecord() {
        BatchResult result = batch(
                BY_EMAIL + "&parallelism=4",
                List.of(
                        contact("a@x.org", "First"),
                        Map.of("email", "b@x.org", "lastname", "Other"),
                        Map.of("email", "A@X.ORG", "firstname", "Ada"),
                        contact("a@x.org", "Last")));
        assertThat(result)
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.UPDATED, Outcome.UPDATED);
        String id = result.items().get(0).id();
        assertThat(result.items().get(3).id()).isEqualTo(id);
        assertThat(crm.crm().record(id).orElseThrow())
                .containsEntry("firstname", "Ada")
                .containsEntry("lastname", "Last");
    }

    @Test
    void severalFieldsMatchTogether() {
        String uri = "vtiger:upsert/Contacts?matchFields=lastname, firstname";
        BatchResult result = batch(
                uri,
                List.of(
                        Map.of("lastname", "Nowak", "firstname", "Ada", "phone", "1"),
                        Map.of("lastname", "Nowak", "firstname", "Eva", "phone", "2"),
                        Map.of("lastname", "NOWAK", "firstname", "ada", "phone", "3")));
        assertThat(result)
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.UPDATED);
        assertThat(batch(uri, List.of(Map.of("lastname", "Nowak", "firstname", "Eva", "phone", "2"))))
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.UNCHANGED);
    }

    @Test
    void severalRecordsOfAKeyFailOrAreWrittenAsAsked() {
        String first = crm.crm().create("Contacts", contact("a@x.org", "One"));
        String second = crm.crm().create("Contacts", contact("a@x.org", "Two"));

        assertThat(upsert(contact("a@x.org", "Three")).getException())
                .isInstanceOf(DuplicateRecordException.class)
                .hasMessageContaining(first + ", " + second)
                .hasMessageContaining("onMultiple");

        Message written = call(BY_EMAIL + "&onMultiple=first", contact("a@x.org", "Three"))
                .getMessage();
        assertThat(written.getHeader(VtigerConstants.RECORD_ID)).isEqualTo(first);
        assertThat(lastname(second)).isEqualTo("Two");

        call(BY_EMAIL + "&onMultiple=all", contact("a@x.org", "Four"));
        assertThat(lastname(first)).isEqualTo("Four");
        assertThat(lastname(second)).isEqualTo("Four");
    }

    @Test
    void recordsBeyondAFullPageAreSeen() {
        List<Map<String, Object>> rows = contacts(100);
        batch(BY_EMAIL, rows);
        rows.forEach(row -> crm.crm().create("Contacts", row));
        assertThat(batch(BY_EMAIL, rows)).extracting(BatchItem::outcome).containsOnly(Outcome.FAILED);

        IntStream.range(0, 150).forEach(i -> crm.crm().create("Contacts", contact("many@x.org", "N" + i)));
        assertThat(upsert(contact("many@x.org", "A")).getException()).hasMessageContaining("150 records");
    }

    @Test
    void concurrentUpsertsOfOneKeyMakeOneRecord() {
        long before = crm.crm().count("Contacts");
        List<CompletableFuture<Exchange>> all = IntStream.range(0, 20)
                .mapToObj(i -> template.asyncSend(
                        BY_EMAIL, exchange -> exchange.getMessage().setBody(contact("one@x.org", "N" + i))))
                .toList();
        assertThat(all.stream().map(CompletableFuture::join).map(Exchange::getException))
                .containsOnlyNulls();
        assertThat(crm.crm().count("Contacts")).isEqualTo(before + 1);
        assertThat(calls("create")).isOne();
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
    void keyThatTheCrmRefusesIsTheFailureOfItsRowOnly() {
        String account = crm.crm().create("Accounts", Map.of("accountname", "Acme"));
        BatchResult result = batch(
                "vtiger:upsert/Contacts?matchFields=account_id",
                List.of(
                        Map.of("account_id", account, "lastname", "A"),
                        Map.of("account_id", "nonsense", "lastname", "B")));
        assertThat(result).extracting(BatchItem::outcome).containsExactly(Outcome.CREATED, Outcome.FAILED);
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
    void longKeysAreAskedForInShorterQueries() {
        List<Map<String, Object>> rows = IntStream.range(0, 100)
                .mapToObj(i -> Map.<String, Object>of("lastname", "ü".repeat(60) + i, "firstname", "A"))
                .toList();
        String uri = "vtiger:upsert/Contacts?matchFields=lastname";
        assertThat(batch(uri, rows)).extracting(BatchItem::outcome).containsOnly(Outcome.CREATED);
        assertThat(batch(uri, rows)).extracting(BatchItem::outcome).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void moduleOfTheHeaderBeatsTheUri() {
        Message answer = call(BY_EMAIL, contact("a@x.org", "A"), Map.of(VtigerConstants.MODULE, "Leads"))
                .getMessage();
        assertThat(answer.getHeader(VtigerConstants.RECORD_ID, String.class)).startsWith("10x");
    }

    @Test
    void matchFieldThatIsNoneIsNamedWithTheNearest() {
        assertThat(call("vtiger:upsert/Contacts?matchFields=emial", contact("a@x.org", "A"))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("emial")
                .hasMessageContaining("email");
    }

    private Exchange upsert(Map<String, Object> row) {
        return call(BY_EMAIL, row);
    }

    private BatchResult batch(String uri, Object rows) {
        Exchange exchange = call(uri, rows);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(BatchResult.class);
    }

    private static Map<String, Object> contact(String email, String lastname) {
        return Map.of("email", email, "lastname", lastname);
    }

    private static List<Map<String, Object>> contacts(int count) {
        String run = UUID.randomUUID().toString().substring(0, 8);
        return IntStream.range(0, count)
                .<Map<String, Object>>mapToObj(
                        i -> new HashMap<>(Map.of("email", run + i + "@x.org", "lastname", "N" + i, "firstname", "F")))
                .toList();
    }

    private String lastname(String id) {
        return crm.crm().record(id).orElseThrow().get("lastname");
    }

    private long calls(String operation) {
        return crm.calls().stream()
                .filter(call -> call.operation().equals(operation))
                .count();
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
