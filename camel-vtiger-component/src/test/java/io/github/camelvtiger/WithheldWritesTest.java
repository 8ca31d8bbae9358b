package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.PlannedWrite.Kind;
import io.github.camelvtiger.client.WithheldWriteException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interceptors that withhold writes, and operations whose writes none can see. */
class WithheldWritesTest extends InterceptionTestSupport {

    private static final String BY_EMAIL = "vtiger:upsert/Contacts?matchFields=email";
    private static final Set<String> WRITES = Set.of("create", "update", "revise", "delete");

    private static SeenWrites withholding() {
        return new SeenWrites(write ->
                CompletableFuture.failedFuture(new WithheldWriteException(write, "the limit of the day is reached.")));
    }

    private static SeenWrites dryRun() {
        return new SeenWrites(write -> CompletableFuture.failedFuture(WithheldWriteException.dryRun(write)));
    }

    @Test
    void aWithheldWriteIsNotSentAndFailsTheExchange() {
        String id = contact("There");
        Map<String, Object> bodies = Map.of(
                "vtiger:create/Contacts", Map.of("lastname", "X"),
                "vtiger:revise", Map.of("id", id, "lastname", "X"),
                "vtiger:update", Map.of("id", id, "lastname", "X"),
                "vtiger:upsert/Contacts?matchFields=lastname", Map.of("lastname", "None such"),
                "vtiger:delete", id);
        bodies.forEach((uri, body) -> {
            SeenWrites seen = withholding();
            Exchange withheld = call(uri, body, seen);
            assertThat(withheld.getException())
                    .isInstanceOf(WithheldWriteException.class)
                    .hasMessageContaining("was withheld: the limit of the day is reached.");
            assertThat(seen.only()).isNotNull();
            assertThat(seen.ended()).isEmpty();
            assertThat(requests()).noneMatch(WRITES::contains);
        });
        assertThat(crm.crm().record(id).orElseThrow()).containsEntry("lastname", "There");
    }

    @Test
    void onlyWhatIsWithheldIsNotWritten() {
        SeenWrites odd = new SeenWrites(write -> write.index() % 2 == 1
                ? CompletableFuture.failedFuture(new WithheldWriteException(write, "it is odd."))
                : CompletableFuture.completedFuture(null));
        List<Map<String, String>> rows =
                List.of(Map.of("lastname", "0"), Map.of("lastname", "1"), Map.of("lastname", "2"));
        try (LogLines log = LogLines.of(Level.WARN)) {
            BatchResult result =
                    call("vtiger:create/Leads", rows, odd).getMessage().getBody(BatchResult.class);
            assertThat(result)
                    .extracting(BatchItem::outcome)
                    .containsExactly(Outcome.CREATED, Outcome.FAILED, Outcome.CREATED);
            assertThat(log.lines()).as("what was withheld did not fail").isEmpty();

            rows = List.of(Map.of("lastname", "0"), Map.of("lastname", "1"), Map.of("firstname", "no last name"));
            call("vtiger:create/Leads", rows, odd);
            assertThat(log.lines())
                    .as("nor counts among what did")
                    .singleElement()
                    .asString()
                    .contains("1 created, 1 failed of 2 records; index 2: ");
        }
    }

    @Test
    void anInterceptorThatFailsWithholds() {
        List<SeenWrites> broken = List.of(
                new SeenWrites(write -> CompletableFuture.failedFuture(new IllegalStateException("no disk"))),
                new SeenWrites(write -> {
                    throw new IllegalStateException("no disk");
                }),
                new SeenWrites(write -> null));
        for (SeenWrites interceptor : broken) {
            BatchResult result = call("vtiger:create/Leads", List.of(Map.of("lastname", "X")), interceptor)
                    .getMessage()
                    .getBody(BatchResult.class);
            assertThat(result.items().get(0).error())
                    .isInstanceOf(WithheldWriteException.class)
                    .hasCauseInstanceOf(RuntimeException.class);
            assertThat(requests()).noneMatch(WRITES::contains);
        }
    }

    @Test
    void afterAWithheldRowTheNextOneOfItsKeyIsComparedWithWhatIsThere() {
        String email = "limit" + System.nanoTime() + "@x.org";
        crm.crm().create("Contacts", Map.of("email", email, "lastname", "Stored"));
        SeenWrites first = new SeenWrites(write -> write.index() == 0
                ? CompletableFuture.failedFuture(new WithheldWriteException(write, "it comes first."))
                : CompletableFuture.completedFuture(null));
        Map<String, Object> row = Map.of("email", email, "lastname", "Wanted");
        BatchResult result =
                call(BY_EMAIL, List.of(row, row), first).getMessage().getBody(BatchResult.class);
        assertThat(result).extracting(BatchItem::outcome).containsExactly(Outcome.FAILED, Outcome.UPDATED);
        assertThat(requests()).containsExactly("query", "revise");
    }

    @Test
    void aDryRunShowsWhatAnUpsertWouldDoRowByRow() {
        String there = "there" + System.nanoTime() + "@x.org";
        String none = "none" + System.nanoTime() + "@x.org";
        String id = crm.crm().create("Contacts", Map.of("email", there, "lastname", "Old", "phone", "1"));
        List<Map<String, Object>> rows = List.of(
                Map.of("email", there, "lastname", "New"),
                Map.of("email", there, "lastname", "New", "phone", "2"),
                Map.of("email", none, "lastname", "First"),
                Map.of("email", none, "lastname", "First"),
                Map.of("email", none, "lastname", "Second"),
                Map.of("email", none, "lastname", "Second", "phone", "3"));
        SeenWrites seen = dryRun();
        BatchResult result = call(BY_EMAIL, rows, seen).getMessage().getBody(BatchResult.class);

        assertThat(result)
                .extracting(BatchItem::outcome)
                .containsExactly(
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.FAILED,
                        Outcome.UNCHANGED,
                        Outcome.FAILED,
                        Outcome.FAILED);
        assertThat(result.failed())
                .allSatisfy(item -> assertThat(item.error()).isInstanceOf(WithheldWriteException.class));
        assertThat(seen.planned())
                .extracting(
                        PlannedWrite::index,
                        PlannedWrite::kind,
                        write -> write.id().map(String::valueOf).orElse("new"),
                        write -> write.stored().get("lastname"))
                .containsExactly(
                        tuple(0, Kind.REVISE, id, "Old"),
                        tuple(1, Kind.REVISE, id, "New"),
                        tuple(2, Kind.CREATE, "new", null),
                        tuple(4, Kind.REVISE, "new", "First"),
                        tuple(5, Kind.REVISE, "new", "Second"));
        assertThat(seen.planned().get(1).fields()).isEqualTo(Map.of("phone", "2"));
        assertThat(seen.planned().get(4).fields()).isEqualTo(Map.of("phone", "3"));
        assertThat(requests()).containsOnly("query");
    }

    @Test
    void aChangeOfARecordThatWasNotCreatedIsNeverSent() {
        String email = "never" + System.nanoTime() + "@x.org";
        SeenWrites creates = new SeenWrites(write -> write.kind() == Kind.CREATE
                ? CompletableFuture.failedFuture(WithheldWriteException.dryRun(write))
                : CompletableFuture.completedFuture(null));
        List<Map<String, Object>> rows =
                List.of(Map.of("email", email, "lastname", "A"), Map.of("email", email, "lastname", "B"));
        BatchResult result = call(BY_EMAIL, rows, creates).getMessage().getBody(BatchResult.class);
        assertThat(result.items().get(1).error())
                .isInstanceOf(WithheldWriteException.class)
                .hasMessageContaining("its record was not created");
        assertThat(requests()).containsOnly("query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vtiger:convertLead",
                "vtiger:upload",
                "vtiger:addRelated",
                "vtiger:deleteRelated",
                "vtiger:create/Leads?rawPayload=true",
                "vtiger:delete?rawPayload=true",
                "vtiger:request?path=/revise&method=POST"
            })
    void whatNoInterceptorSeesIsRefused(String uri) {
        SeenWrites seen = new SeenWrites();
        Exchange refused = call(uri, new HashMap<>(Map.of("id", "10x1")), seen);
        assertThat(refused.getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("writes what no interceptor sees")
                .hasMessageContaining(VtigerConstants.WRITE_INTERCEPTOR);
        assertThat(requests()).isEmpty();
    }

    @Test
    void readsPass() {
        SeenWrites seen = withholding();
        assertThat(call("vtiger:query?query=RAW(SELECT id FROM Contacts LIMIT 1)", null, seen)
                        .getException())
                .isNull();
        assertThat(call("vtiger:request?path=/me&method=GET", null, seen).getException())
                .isNull();
        assertThat(seen.planned()).isEmpty();
    }

    @Test
    void anotherObjectInThePropertyIsRefused() {
        Exchange refused = template.request("vtiger:create/Leads", exchange -> {
            exchange.getMessage().setBody(Map.of("lastname", "X"));
            exchange.setProperty(VtigerConstants.WRITE_INTERCEPTOR, "interceptor");
        });
        assertThat(refused.getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("java.lang.String");
    }
}
