package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.DuplicateRecordException;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.ServerFailureException;
import io.github.camelvtiger.simulator.fault.Fault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which records a row of an upsert means. */
class UpsertKeysTest extends UpsertTestSupport {

    @Test
    void keysCompareAsTheCrmComparesAndAreNotWrittenBack() {
        upsert(Map.of("email", "Zoë@x.org", "lastname", "A"));
        Message found = upsert(Map.of("email", "ZOE@x.org  ", "lastname", "B")).getMessage();
        assertThat(found.getHeader(VtigerConstants.OUTCOME)).isEqualTo("updated");
        assertThat(found.getBody(Map.class)).containsEntry("email", "Zoë@x.org");
    }

    @Test
    void aLookupThatHidesAnSqlErrorIsNoReasonToCreate() {
        upsert(contact("a@x.org", "Nowak"));

        crm.faults().failNext(1, Fault.HIDDEN_SQL_ERROR, "query");
        Message found = upsert(contact("a@x.org", "Kowalski")).getMessage();
        assertThat(found.getHeader(VtigerConstants.OUTCOME)).as("asked again").isEqualTo("updated");

        crm.faults().failNext(2, Fault.HIDDEN_SQL_ERROR, "query");
        Message listed = upsert(contact("a@x.org", "Nowak")).getMessage();
        assertThat(listed.getHeader(VtigerConstants.OUTCOME))
                .as("its id is listed where the count fails")
                .isEqualTo("updated");

        crm.faults().failNext(20, Fault.HIDDEN_SQL_ERROR, "query");
        assertThat(upsert(contact("a@x.org", "Kowalski")).getException())
                .isInstanceOf(ServerFailureException.class)
                .hasMessageContaining("answered count(*) of Contacts with no row");
        crm.faults().clear();

        crm.clearCalls();
        crm.faults().onCall("query", () -> {
            if (calls("query") != 1) {
                crm.faults().failNext(1, Fault.HIDDEN_SQL_ERROR, "query");
            }
        });
        assertThat(upsert(contact("a@x.org", "Nowak")).getException())
                .isInstanceOf(ServerFailureException.class)
                .hasMessageContaining(
                        "lists no records of the module Contacts with these values of email, but counts 1");
        crm.faults().clear();
        assertThat(crm.crm().count("Contacts")).isEqualTo(1);
    }

    @Test
    void aKeyLongerThanItsFieldIsRefusedBeforeItIsCut() {
        String longest = "a".repeat(94) + "@x.org";
        BatchResult result = batch(BY_EMAIL, List.of(contact("b" + longest, "Nowak"), contact(longest, "Kowalski")));

        assertThat(result).extracting(BatchItem::outcome).containsExactly(Outcome.FAILED, Outcome.CREATED);
        assertThat(result.items().get(0).error())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("The value of email has 101 characters, and the field holds 100")
                .hasMessageContaining("matchFields");
        assertThat(batch(BY_EMAIL, List.of(contact(longest, "Kowalski"))))
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.UNCHANGED);
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
    void longKeysAreAskedForInShorterQueries() {
        List<Map<String, Object>> rows = IntStream.range(0, 100)
                .mapToObj(i -> Map.<String, Object>of("lastname", "ü".repeat(60) + i, "firstname", "A"))
                .toList();
        String uri = "vtiger:upsert/Contacts?matchFields=lastname";
        assertThat(batch(uri, rows)).extracting(BatchItem::outcome).containsOnly(Outcome.CREATED);
        assertThat(batch(uri, rows)).extracting(BatchItem::outcome).containsOnly(Outcome.UNCHANGED);
    }

    @Test
    void matchFieldThatIsNoneIsNamedWithTheNearest() {
        assertThat(call("vtiger:upsert/Contacts?matchFields=emial", contact("a@x.org", "A"))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("emial")
                .hasMessageContaining("email");
    }
}
