package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelWritesTest extends CrmTestSupport {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vtiger:create/Contacts?parallelism=4",
                "vtiger:upsert/Contacts?matchFields=lastname&parallelism=4"
            })
    void asManyAsAskedForRunAtOnceAndComeInOrder(String uri) {
        crm.reset();
        openFourSessions();
        CyclicBarrier four = new CyclicBarrier(4);
        crm.faults().onCall("create", () -> meet(four));
        List<Map<String, String>> rows = IntStream.range(0, 12)
                .mapToObj(i -> Map.of("lastname", "Parallel" + i))
                .toList();

        BatchResult result = call(uri, rows).getMessage().getBody(BatchResult.class);

        assertThat(result).extracting(BatchItem::outcome).containsOnly(Outcome.CREATED);
        assertThat(result)
                .extracting(item -> item.record().get("lastname"))
                .isEqualTo(rows.stream().map(row -> row.get("lastname")).toList());
    }

    @Test
    void writesOfOneRecordKeepTheirOrder() {
        crm.reset();
        List<String> ids = List.of(contact("A"), contact("B"), contact("C"));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            for (String id : ids) {
                rows.add(Map.of("id", id, "firstname", "Round " + round));
            }
        }
        BatchResult result =
                call("vtiger:revise?parallelism=4", rows).getMessage().getBody(BatchResult.class);
        assertThat(result)
                .extracting(item -> item.record().get("firstname"))
                .isEqualTo(rows.stream().map(row -> row.get("firstname")).toList());
        ids.forEach(id -> assertThat(crm.crm().record(id).orElseThrow()).containsEntry("firstname", "Round 19"));
    }

    @Test
    void whatRunsWhenARecordFailsIsReported() {
        crm.reset();
        BatchResult result = call(
                        "vtiger:create/Contacts?parallelism=2&stopOnError=true",
                        List.of(Map.of("firstname", "nobody"), Map.of("lastname", "B"), Map.of("lastname", "C")))
                .getMessage()
                .getBody(BatchResult.class);
        assertThat(result.items().get(0).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.items().stream().filter(item -> item.outcome() == Outcome.CREATED))
                .hasSize((int) crm.crm().records("Contacts").stream()
                        .filter(record -> record.get("lastname").matches("B|C"))
                        .count());
    }

    @Test
    void arrayOfAStreamIsABatchWhoseBrokenEndFailsAlone() {
        crm.reset();
        byte[] json = "[{\"lastname\":\"A\"}, {\"lastname\":\"B\"}, {\"lastname\":".getBytes(StandardCharsets.UTF_8);
        BatchResult result = call("vtiger:create/Contacts", new ByteArrayInputStream(json))
                .getMessage()
                .getBody(BatchResult.class);
        assertThat(result)
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.CREATED, Outcome.CREATED, Outcome.FAILED);
        assertThat(result.items().get(2).error()).hasMessageContaining("line 1, column");
    }

    /** Each is opened for a caller who finds the others busy, so it takes some calls until there are four; REST has none. */
    private void openFourSessions() {
        if (protocol == VtigerProtocol.REST) {
            return;
        }
        Awaitility.await().until(() -> {
            call("vtiger:create/Leads?parallelism=4", Collections.nCopies(20, Map.of("lastname", "Warm")));
            return crm.calls().stream()
                            .filter(call -> call.operation().equals("create"))
                            .map(RecordedCall::sessionOrdinal)
                            .filter(session -> session > 0)
                            .distinct()
                            .count()
                    == 4;
        });
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("not as many calls at once as expected", e);
        }
    }
}
