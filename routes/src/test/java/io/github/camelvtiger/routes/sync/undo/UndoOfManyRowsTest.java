package io.github.camelvtiger.routes.sync.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.client.WithheldWriteException;
import io.github.camelvtiger.client.WriteInterceptor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A run of many rows, edits by hand of all kinds after it, one to twenty rows, and its undo through the component, which does not
 * get to its end the first time. With {@code -Dvtiger.undo.rows=10000} the run has 10,000 rows, and there are 500 edits.
 */
class UndoOfManyRowsTest extends UndoTestSupport {

    private static final int ROWS = Integer.getInteger("vtiger.undo.rows", 1_000);

    private static final int ORDERS = ROWS / 50;
    private static final int DELETED = ROWS / 50;
    private static final int CREATED = ROWS / 4;
    private static final int CHANGED = ROWS - ORDERS - DELETED - CREATED;

    /** A tenth of all edits. */
    private static final int EDITS = ROWS / 200;

    private final List<String> changed = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private final List<String> referrers = new ArrayList<>();
    private String bolts;
    private String other;

    @Test
    void noEditIsOverwrittenAndAllElseIsTakenBack() {
        records();
        clock.advance(Duration.ofSeconds(10));
        List<String> created = run();
        clock.advance(Duration.ofSeconds(10));
        edits(created);

        new Undo(crm, crm, new EndingJournal(ROWS / 2)).apply(plan(journal));
        clock.advance(Duration.ofSeconds(10));
        UndoPlan plan = plan(journal);
        UndoResult result = undo(plan);

        assertThat(result.stays()).isEmpty();
        assertThat(plan(journal).isEmpty()).as("nothing is left to undo").isTrue();
        assertChanged();
        assertCreated(created);
        Map<RecordId, RecordId> recreated = new HashMap<>(plan.recreated());
        recreated.putAll(result.recreated());
        assertDeleted(recreated);
        assertOrders();
        assertThat(server.crm().count("Accounts")).as("none was created twice").isEqualTo(DELETED + 1);
    }

    private void records() {
        for (int i = 0; i < CHANGED; i++) {
            changed.add(server.crm()
                    .create("Contacts", Map.of("lastname", "Old " + i, "email", "c" + i + "@x.org", "phone", "1")));
        }
        for (int i = 0; i < DELETED; i++) {
            String account = server.crm().create("Accounts", Map.of("accountname", "Gone " + i, "phone", "7" + i));
            deleted.add(account);
            referrers.add(server.crm().create("Contacts", Map.of("lastname", "Of " + i, "account_id", account)));
        }
        other = server.crm().create("Accounts", Map.of("accountname", "Other"));
        bolts = server.crm().create("Products", Map.of("productname", "Bolts", "unit_price", "10"));
        byHand(
                        "vtiger:create/Invoice",
                        IntStream.range(0, ORDERS)
                                .mapToObj(i -> fields(
                                        "subject", "Order " + i,
                                        "account_id", other,
                                        "invoicestatus", "Created",
                                        "bill_street", "b",
                                        "ship_street", "s",
                                        "hdnTaxType", "group",
                                        "LineItems", items(2)))
                                .toList())
                .forEach(item -> orders.add(item.id()));
    }

    /** @return the records that it creates */
    private List<String> run() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < CHANGED; i++) {
            rows.add(fields("email", "c" + i + "@x.org", "lastname", "New " + i + " & Söhne", "phone", "2"));
        }
        for (int i = 0; i < CREATED; i++) {
            rows.add(fields("email", "n" + i + "@x.org", "lastname", "Created " + i));
        }
        BatchResult upserted = write("vtiger:upsert/Contacts?matchFields=email&parallelism=4", rows);
        clock.advance(Duration.ofSeconds(10));
        write(
                "vtiger:revise?lineItemUpdate=replace",
                orders.stream()
                        .map(id -> fields("id", id, "LineItems", items(9)))
                        .toList());
        clock.advance(Duration.ofSeconds(10));
        write("vtiger:delete/Accounts", deleted);
        return upserted.items().subList(CHANGED, CHANGED + CREATED).stream()
                .map(item -> item.id())
                .toList();
    }

    private List<Map<String, Object>> items(int quantity) {
        return List.of(Map.of("productid", bolts, "quantity", quantity, "listprice", 10));
    }

    /** The same field, another one, created records, references, items, comments, deletions. */
    private void edits(List<String> created) {
        List<Map<String, Object>> edits = new ArrayList<>();
        for (int i = 0; i < 2 * EDITS; i++) {
            edits.add(fields("id", changed.get(i), "lastname", "By hand " + i));
            edits.add(fields("id", changed.get(2 * EDITS + i), "title", "Dr. " + i));
            edits.add(fields("id", created.get(i), "phone", "3" + i));
        }
        for (int i = 0; i < EDITS; i++) {
            edits.add(fields("id", referrers.get(i), "account_id", other));
            edits.add(fields("id", orders.get(i), "LineItems", items(4)));
        }
        byHand("vtiger:revise?lineItemUpdate=replace", edits);
        byHand(
                "vtiger:create/ModComments",
                created.subList(2 * EDITS, 3 * EDITS).stream()
                        .map(id -> fields("commentcontent", "keep", "related_to", id))
                        .toList());
        List<String> gone = new ArrayList<>(changed.subList(4 * EDITS, 5 * EDITS));
        gone.addAll(created.subList(3 * EDITS, 4 * EDITS));
        byHand("vtiger:delete", gone);
    }

    private void assertChanged() {
        for (int i = 0; i < CHANGED; i++) {
            if (i >= 4 * EDITS && i < 5 * EDITS) {
                assertThat(server.crm().record(changed.get(i))).isEmpty();
            } else {
                assertThat(record(changed.get(i)))
                        .containsEntry("phone", "1")
                        .containsEntry("lastname", i < 2 * EDITS ? "By hand " + i : "Old " + i)
                        .containsEntry("title", i >= 2 * EDITS && i < 4 * EDITS ? "Dr. " + (i - 2 * EDITS) : "");
            }
        }
    }

    private void assertCreated(List<String> created) {
        for (int i = 0; i < CREATED; i++) {
            assertThat(server.crm().record(created.get(i)).isPresent())
                    .as("created %s", i)
                    .isEqualTo(i < 3 * EDITS);
        }
        assertThat(record(created.get(7))).containsEntry("phone", "37");
        assertThat(server.crm().count("ModComments")).isEqualTo(EDITS);
    }

    private void assertDeleted(Map<RecordId, RecordId> recreated) {
        for (int i = 0; i < DELETED; i++) {
            String again = recreated.get(RecordId.parse(deleted.get(i))).toString();
            assertThat(record(again)).containsEntry("accountname", "Gone " + i).containsEntry("phone", "7" + i);
            assertThat(record(referrers.get(i))).containsEntry("account_id", i < EDITS ? other : again);
        }
    }

    private void assertOrders() {
        for (int i = 0; i < ORDERS; i++) {
            assertThat(Double.parseDouble(record(orders.get(i)).get("hdnGrandTotal")))
                    .as("order %s", i)
                    .isEqualTo(i < EDITS ? 40 : 20);
        }
    }

    /** Lets a number of writes pass, and no further one. */
    private static final class EndingJournal implements WriteInterceptor {

        private final AtomicInteger left;

        EndingJournal(int writes) {
            this.left = new AtomicInteger(writes);
        }

        @Override
        public CompletableFuture<Void> before(PlannedWrite write) {
            return left.getAndDecrement() > 0
                    ? CompletableFuture.completedFuture(null)
                    : CompletableFuture.failedFuture(new WithheldWriteException(write, "the undo ends here"));
        }

        @Override
        public void after(PlannedWrite write, Map<String, Object> answer) {}

        @Override
        public void failed(PlannedWrite write, VtigerException failure) {}
    }
}
