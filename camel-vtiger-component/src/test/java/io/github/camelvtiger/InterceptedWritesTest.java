package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.SeenWrites.Ended;
import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.PlannedWrite;
import io.github.camelvtiger.client.PlannedWrite.Kind;
import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.ReferenceField;
import io.github.camelvtiger.simulator.fault.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an interceptor is shown of each write, and at what cost. */
class InterceptedWritesTest extends InterceptionTestSupport {

    private static final String BY_EMAIL = "vtiger:upsert/Contacts?matchFields=email";

    @BeforeEach
    void warm() {
        // Sessions and descriptions, so that a test counts its own requests.
        call("vtiger:me", null);
        call("vtiger:describe/Contacts", null);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:redelivered")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0))
                        .to("vtiger:create/Leads?failOnError=true");
            }
        };
    }

    @Test
    void aCreateIsShownWithItsOwnerAndCostsNothing() {
        SeenWrites seen = new SeenWrites();
        Exchange created = call("vtiger:create/Contacts", Map.of("lastname", "New"), seen);

        PlannedWrite write = seen.only();
        assertThat(write.kind()).isEqualTo(Kind.CREATE);
        assertThat(write.index()).isZero();
        assertThat(write.module()).isEqualTo("Contacts");
        assertThat(write.id()).isEmpty();
        assertThat(write.stored()).isEmpty();
        assertThat(write.fields()).containsEntry("lastname", "New").containsKey("assigned_user_id");
        assertThat(seen.ended()).singleElement().satisfies(end -> {
            assertThat(end.write()).isEqualTo(write);
            assertThat(end.answer()).containsEntry("id", created.getMessage().getHeader(VtigerConstants.RECORD_ID));
        });
        assertThat(requests()).containsExactly("create");
    }

    @Test
    void aChangeByIdIsShownWithTheRecordBefore() {
        String id = contact("Before");
        for (String operation : List.of("revise", "update")) {
            call("vtiger:revise", Map.of("id", id, "lastname", "Before", "phone", ""));
            SeenWrites seen = new SeenWrites();
            call(
                    "vtiger:" + operation + "/Contacts",
                    Map.of(
                            "id", id,
                            "lastname", "After " + operation,
                            "phone", "1",
                            "description", "d",
                            "assigned_user_id", "19x1"),
                    seen);

            PlannedWrite write = seen.only();
            assertThat(write.kind().operation()).isEqualTo(operation);
            assertThat(write.module()).isEqualTo("Contacts");
            assertThat(write.id()).contains(RecordId.parse(id));
            assertThat(write.stored()).containsEntry("lastname", "Before").containsEntry("phone", "");
            assertThat(write.fields())
                    .containsEntry("lastname", "After " + operation)
                    .doesNotContainKey("id");
            assertThat(seen.ended())
                    .extracting(end -> end.answer().get("lastname"))
                    .containsExactly("After " + operation);
            assertThat(requests()).containsExactly("retrieve", operation);
        }
    }

    @Test
    void aBatchOfChangesLooksUpAHundredAtOnce() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            String id = crm.crm().create("Contacts", Map.of("lastname", "Old " + i));
            rows.add(Map.of("id", id, "lastname", "New " + i));
        }
        SeenWrites seen = new SeenWrites();
        BatchResult result =
                call("vtiger:revise?parallelism=3", rows, seen).getMessage().getBody(BatchResult.class);

        assertThat(result.updated()).isEqualTo(250);
        assertThat(seen.planned()).hasSize(250).allSatisfy(write -> {
            assertThat(write.stored()).containsEntry("lastname", "Old " + write.index());
            assertThat(write.fields()).isEqualTo(Map.of("lastname", "New " + write.index()));
            assertThat(write.id())
                    .contains(RecordId.parse((String) rows.get(write.index()).get("id")));
        });
        assertThat(requests("query")).isEqualTo(3);
        assertThat(requests("retrieve")).isZero();
        assertThat(seen.ended()).hasSize(250);
    }

    @Test
    void theSecondChangeOfARecordIsShownWhatTheFirstOneLeft() {
        String id = contact("0");
        List<Map<String, String>> rows = IntStream.rangeClosed(1, 120)
                .mapToObj(i -> Map.of("id", id, "lastname", String.valueOf(i)))
                .toList();
        SeenWrites seen = new SeenWrites();
        call("vtiger:revise?parallelism=2", rows, seen);
        assertThat(seen.planned()).hasSize(120).allSatisfy(write -> assertThat(
                        write.stored().get("lastname"))
                .isEqualTo(String.valueOf(write.index())));
    }

    @Test
    void aChangeOfARecordThatIsNotThereFailsAsItsWriteWould() {
        String gone = contact("Gone");
        String there = contact("There");
        call("vtiger:delete", gone);
        SeenWrites seen = new SeenWrites();
        BatchResult result = call(
                        "vtiger:revise",
                        List.of(Map.of("id", gone, "lastname", "X"), Map.of("id", there, "lastname", "Y")),
                        seen)
                .getMessage()
                .getBody(BatchResult.class);
        assertThat(result.items().get(0).error()).isInstanceOf(RecordNotFoundException.class);
        assertThat(result.items().get(1).hasFailed()).isFalse();
        assertThat(seen.only().id()).contains(RecordId.parse(there));
    }

    @Test
    void plainUpsertsCostNoRequestMore() {
        String run = "up" + System.nanoTime();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Map<String, Object> row = new HashMap<>(
                    Map.of("email", run + i + "@x.org", "lastname", "L" + i, "description", "d & \"" + i + "\""));
            crm.crm().create("Contacts", texts(row));
            rows.add(row);
        }
        for (int i = 0; i < 30; i++) {
            rows.get(i * 5).putAll(Map.of("lastname", "Changed" + i, "description", "other " + i));
        }
        rows.add(new HashMap<>(Map.of("email", run + "new@x.org", "lastname", "New")));

        SeenWrites seen = new SeenWrites();
        BatchResult result = call(BY_EMAIL, rows, seen).getMessage().getBody(BatchResult.class);

        assertThat(result.updated()).isEqualTo(30);
        assertThat(result.created()).isEqualTo(1);
        assertThat(result.unchanged()).isEqualTo(120);
        assertThat(requests("query")).isEqualTo(2);
        assertThat(requests("revise")).isEqualTo(30);
        assertThat(requests()).hasSize(33);
        assertThat(seen.planned())
                .filteredOn(write -> write.kind() == Kind.REVISE)
                .hasSize(30)
                .allSatisfy(write -> {
                    assertThat(write.index() % 5).isZero();
                    assertThat(write.fields()).containsOnlyKeys("lastname", "description");
                    assertThat(write.stored())
                            .containsEntry("lastname", "L" + write.index())
                            .containsEntry("description", "d & \"" + write.index() + "\"");
                });
        assertThat(seen.planned())
                .filteredOn(write -> write.kind() == Kind.CREATE)
                .extracting(PlannedWrite::index)
                .containsExactly(150);
    }

    private static Map<String, String> texts(Map<String, Object> row) {
        Map<String, String> texts = new HashMap<>();
        row.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    @Test
    void rowsOfOneKeyAreShownWhatTheOneBeforeLeft() {
        String email = "same" + System.nanoTime() + "@x.org";
        List<Map<String, Object>> rows = List.of(
                Map.of("email", email, "lastname", "A"),
                Map.of("email", email, "lastname", "B"),
                Map.of("email", email, "lastname", "B"),
                Map.of("email", email, "lastname", "C"));
        SeenWrites seen = new SeenWrites();
        call(BY_EMAIL, rows, seen);
        assertThat(seen.planned()).extracting(PlannedWrite::index).containsExactly(0, 1, 3);
        assertThat(seen.planned())
                .extracting(write -> write.stored().get("lastname"))
                .containsExactly(null, "A", "B");
        assertThat(requests()).endsWith("create", "revise", "revise").doesNotContain("retrieve");
    }

    @Test
    void anOrderIsShownAsItWasReadForItsOwnSake() {
        String invoice = created("Invoice", Map.of());
        SeenWrites seen = new SeenWrites();
        call(
                "vtiger:revise",
                Map.of("id", invoice, "LineItems", List.of(Map.of("productid", bolts, "quantity", 7))),
                seen);
        PlannedWrite write = seen.only();
        assertThat(requests()).containsExactly("retrieve", "revise");
        assertThat(write.stored().get("LineItems"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(write.fields().get("LineItems"))
                .as("what is sent is the whole list")
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(write.stored()).containsKeys(write.fields().keySet().toArray(String[]::new));

        SeenWrites again = new SeenWrites();
        call("vtiger:revise", Map.of("id", invoice, "conversion_rate", "1", "subject", "Renamed"), again);
        assertThat(again.only().stored()).containsEntry("subject", "Order");
        assertThat(requests()).as("it was not read for its own sake").containsExactly("retrieve", "revise");
    }

    @Test
    void anUpsertOfAnOrderReadsItOnce() {
        created("Invoice", Map.of("subject", "Upserted " + bolts));
        Map<String, Object> row = new HashMap<>(
                Map.of("subject", "Upserted " + bolts, "LineItems", List.of(Map.of("productid", nuts, "quantity", 9))));
        call("vtiger:upsert/Invoice?matchFields=subject", row);
        row.put("LineItems", List.of(Map.of("productid", nuts, "quantity", 10)));
        crm.clearCalls();
        call("vtiger:upsert/Invoice?matchFields=subject", row);
        List<String> unseen = requests();

        row.put("LineItems", List.of(Map.of("productid", nuts, "quantity", 11)));
        SeenWrites seen = new SeenWrites();
        call("vtiger:upsert/Invoice?matchFields=subject", row, seen);
        assertThat(requests()).isEqualTo(unseen);
        assertThat(seen.only().stored())
                .containsKeys(seen.only().fields().keySet().toArray(String[]::new));
        assertThat(seen.only().stored().get("LineItems"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void aDeleteIsShownTheWholeRecordAndWhatRefersToIt() {
        String acme = account("Acme");
        String contact = crm.crm().create("Contacts", Map.of("lastname", "C", "account_id", acme));
        String ticket = crm.crm()
                .create(
                        "HelpDesk",
                        Map.of(
                                "ticket_title", "T",
                                "parent_id", acme,
                                "ticketpriorities", "High",
                                "ticketstatus", "Open"));
        String other = account("Other");
        String bystander = crm.crm().create("Contacts", Map.of("lastname", "B", "account_id", other));
        assertThat(bystander).isNotNull();

        SeenWrites seen = new SeenWrites();
        call("vtiger:delete/Accounts", acme, seen);

        PlannedWrite write = seen.only();
        assertThat(write.kind()).isEqualTo(Kind.DELETE);
        assertThat(write.id()).contains(RecordId.parse(acme));
        assertThat(write.module()).isEqualTo("Accounts");
        assertThat(write.fields()).isEmpty();
        assertThat(write.stored()).containsEntry("accountname", "Acme").containsKey("bill_street");
        assertThat(write.referrers())
                .isEqualTo(Map.of(
                        new ReferenceField("Contacts", "account_id"),
                        List.of(RecordId.parse(contact)),
                        new ReferenceField("HelpDesk", "parent_id"),
                        List.of(RecordId.parse(ticket))));
        assertThat(seen.ended()).extracting(Ended::answer).containsExactly(Map.of());
        assertThat(crm.crm().record(acme)).isEmpty();
    }

    @Test
    void deletesLookTogetherForWhatRefersToThem() {
        List<String> few = accountsWithContacts(2);
        SeenWrites seenFew = new SeenWrites();
        call("vtiger:delete/Accounts", few, seenFew);
        long queries = requests("query");

        List<String> many = accountsWithContacts(60);
        SeenWrites seen = new SeenWrites();
        BatchResult result = call("vtiger:delete/Accounts?parallelism=2", many, seen)
                .getMessage()
                .getBody(BatchResult.class);
        assertThat(result.deleted()).isEqualTo(60);
        // More pages where a user may have hidden records; here a full page at most is followed.
        assertThat(requests("query")).isBetween(queries, queries + 2);
        assertThat(requests("retrieve")).isZero();
        assertThat(seen.planned()).hasSize(60).allSatisfy(write -> {
            assertThat(write.stored()).containsEntry("accountname", "Of " + write.index());
            assertThat(write.referrers().get(new ReferenceField("Contacts", "account_id")))
                    .hasSize(2);
        });
    }

    private List<String> accountsWithContacts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    String id = account("Of " + i);
                    for (String name : List.of("One", "Two")) {
                        crm.crm().create("Contacts", Map.of("lastname", name, "account_id", id));
                    }
                    return id;
                })
                .toList();
    }

    @Test
    void aDeletedOrderIsShownWithItsItems() {
        String invoice = created("Invoice", Map.of());
        SeenWrites seen = new SeenWrites();
        call("vtiger:delete", List.of(invoice), seen);
        assertThat(seen.only().stored().get("LineItems"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(seen.only().referrers())
                .as("its items are its own")
                .doesNotContainKey(new ReferenceField("LineItem", "parent_id"));
    }

    @Test
    void anActionIsSeenAsWell() {
        SeenWrites seen = new SeenWrites();
        call(
                "vtiger:run?action=create-record",
                Map.of("module", "Leads", "record", Map.of("lastname", "By action")),
                seen);
        assertThat(seen.only().fields()).containsEntry("lastname", "By action");
    }

    @Test
    void failuresAreReported() {
        SeenWrites seen = new SeenWrites();
        Exchange refused = call("vtiger:create/Contacts", Map.of("firstname", "No last name"), seen);
        assertThat(refused.getException()).isInstanceOf(InvalidRecordException.class);
        assertThat(seen.ended()).extracting(Ended::failure).containsExactly((InvalidRecordException)
                refused.getException());

        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        SeenWrites cut = new SeenWrites();
        call("vtiger:create/Contacts", Map.of("lastname", "Cut"), cut);
        assertThat(cut.ended()).singleElement().satisfies(end -> assertThat(end.failure())
                .isInstanceOf(AmbiguousWriteException.class));
    }

    @Test
    void aProvenWriteIsAnAnswerAndItsMarkIsNotShown() {
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        SeenWrites seen = new SeenWrites();
        call("vtiger:create/Leads?ambiguousWrites=verify&verifyDelay=50", Map.of("lastname", "Proven"), seen);
        assertThat(seen.only().fields()).doesNotContainKey("source");
        assertThat(seen.ended()).singleElement().satisfies(end -> {
            assertThat(end.failure()).isNull();
            assertThat(end.answer()).containsEntry("lastname", "Proven");
        });
    }

    @Test
    void anInterceptorThatThrowsDoesNotChangeTheOutcome() {
        SeenWrites throwing = new SeenWrites() {
            @Override
            public void after(PlannedWrite write, Map<String, Object> answer) {
                throw new IllegalStateException("disk full");
            }
        };
        try (LogLines log = LogLines.of(Level.ERROR)) {
            Exchange created = call("vtiger:create/Contacts", Map.of("lastname", "Kept"), throwing);
            assertThat(created.getException()).isNull();
            assertThat(created.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("create of a record of Contacts")
                    .doesNotContain("Kept");
        }
    }

    @Test
    void theIndexOfARedeliveredBatchIsThatOfTheElement() {
        List<Map<String, Object>> rows = IntStream.range(0, 6)
                .<Map<String, Object>>mapToObj(i -> Map.of("lastname", "R" + i))
                .toList();
        SeenWrites seen = new SeenWrites();
        crm.faults().failNext(1, Fault.HTTP_500_EMPTY, "create");
        Exchange exchange = call("direct:redelivered", rows, seen);
        assertThat(exchange.getException()).isNull();
        BatchResult result = exchange.getMessage().getBody(BatchResult.class);
        assertThat(result).extracting(BatchItem::hasFailed).containsOnly(false);
        assertThat(seen.planned()).extracting(PlannedWrite::index).containsExactly(0, 1, 2, 3, 4, 5, 0);
        assertThat(seen.planned().get(6).fields()).containsEntry("lastname", "R0");
        assertThat(Optional.ofNullable(seen.ended().get(0).failure())).isPresent();
    }
}
