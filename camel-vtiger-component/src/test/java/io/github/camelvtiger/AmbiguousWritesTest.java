package io.github.camelvtiger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AmbiguousWriteException;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchItem.Outcome;
import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.TransportException;
import io.github.camelvtiger.simulator.fault.Fault;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the option ambiguousWrites does to a route. A save may take 50 ms here. */
class AmbiguousWritesTest extends CrmTestSupport {

    private static final String UPLOAD = "vtiger:upload?ambiguousWrites=verify&verifyDelay=50";
    private static final String CREATE = "vtiger:create/Leads?ambiguousWrites=verify&verifyDelay=50";

    @BeforeEach
    void clear() {
        crm.reset();
        // A session that is lost would take the fault instead of the write.
        call("vtiger:me", null);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:redelivered")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(0))
                        .to(CREATE);
                from("direct:redeliveredFile")
                        .errorHandler(
                                defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(0))
                        .to(UPLOAD);
                from("direct:twice")
                        .doTry()
                        .to(CREATE)
                        .doCatch(TransportException.class)
                        .end()
                        .setBody(constant(Map.of("lastname", "Other")))
                        .to(CREATE);
            }
        };
    }

    @Test
    void withoutTheOptionItIsNotKnown() {
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        assertThat(call("vtiger:create/Leads", Map.of("lastname", "Cut")).getException())
                .isInstanceOf(AmbiguousWriteException.class);
    }

    @Test
    void anActionIsProvenAsWell() {
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        Exchange created = call(
                "vtiger:run?action=create-record&ambiguousWrites=verify&verifyDelay=50",
                Map.of("module", "Leads", "record", Map.of("lastname", "Cut")));
        assertThat(created.getException()).isNull();
        String id = created.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class);

        crm.faults().failNext(1, Fault.CUT_BEFORE_EFFECT, "delete");
        assertThat(call("vtiger:run?action=delete-record&ambiguousWrites=verify&verifyDelay=50", Map.of("id", id))
                        .getException())
                .as("it did not happen")
                .isInstanceOf(TransportException.class);
        assertThat(crm.crm().record(id)).isPresent();
    }

    @Test
    void aProvenCreateLooksLikeAnyOther() {
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        Exchange answer = call(CREATE, Map.of("lastname", "Cut"));
        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        assertThat(answer.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class))
                .startsWith("10x");
        assertThat(answer.getMessage().getBody(Map.class)).hasFieldOrPropertyWithValue("lastname", "Cut");
        assertThat(String.valueOf(answer.getMessage().getBody(Map.class).get("source")))
                .matches("CAMEL-[0-9A-F-]{36}");
    }

    @Test
    void aSourceOfTheUsersOwnIsTheMark() {
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        Exchange answer = call(CREATE, Map.of("lastname", "Cut", "source", "shop-order-17"));
        assertThat(answer.getMessage().getBody(Map.class)).hasFieldOrPropertyWithValue("source", "SHOP-ORDER-17");
    }

    @Test
    void aSourceThatIsNotUniqueProvesNothing() {
        call(CREATE, Map.of("lastname", "First", "source", "shop"));
        crm.faults().failNext(2, Fault.CUT_BEFORE_EFFECT, "create");
        assertThat(call(CREATE, Map.of("lastname", "Second", "source", "shop")).getException())
                .isInstanceOf(AmbiguousWriteException.class)
                .hasMessageContaining("has the source 'shop' but other values in lastname");

        call(CREATE, Map.of("lastname", "Third", "source", "shop"));
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        assertThat(call(CREATE, Map.of("lastname", "Fourth", "source", "shop")).getException())
                .isInstanceOf(AmbiguousWriteException.class);
    }

    @Test
    void theMarkOfACommandProvesItsRecordEvenIfTheCrmAlteredIt() {
        String longer = "L".repeat(200);
        String mark = "S-" + "ABCDEFGH234567".repeat(3);
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        Exchange proven = call(CREATE + "&onAltered=ignore", Map.of("lastname", longer, "source", mark));
        assertThat(proven.getException()).isNull();
        assertThat(proven.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        assertThat(proven.getMessage().getBody(Map.class)).hasFieldOrPropertyWithValue("source", mark);

        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        assertThat(call(CREATE, Map.of("lastname", longer, "source", "S-Bahn")).getException())
                .as("a value that other records may have")
                .isInstanceOf(AmbiguousWriteException.class);
    }

    @Test
    void aModuleWithoutSourceStaysUnproven() {
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        assertThat(call("vtiger:create/Groups?ambiguousWrites=verify", Map.of("groupname", "Team"))
                        .getException())
                .isInstanceOf(AmbiguousWriteException.class)
                .hasMessageContaining("records of Groups can't be found by a mark");
    }

    @Test
    void aDocumentThatWasStoredIsAnsweredWithItsFile() {
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        Exchange answer = call(UPLOAD, "figures".getBytes(UTF_8), Map.of(Exchange.FILE_NAME, "figures.csv"));
        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        assertThat(answer.getMessage().getBody(Map.class))
                .hasFieldOrPropertyWithValue("notes_title", "figures.csv")
                .hasFieldOrProperty("imageattachmentids");
        assertThat(documents()).hasSize(1);
    }

    @Test
    void aDocumentThatWasNotStoredIsSentAgainByARedelivery() {
        crm.faults().failNext(1, Fault.CUT_BEFORE_EFFECT, "create");
        Exchange failed = call(UPLOAD, "figures".getBytes(UTF_8), Map.of(Exchange.FILE_NAME, "figures.csv"));
        assertThat(failed.getException()).isInstanceOf(TransportException.class).hasMessageContaining("did not happen");
        assertThat(documents()).isEmpty();

        crm.faults().failNext(1, Fault.CUT_BEFORE_EFFECT, "create");
        Exchange answer =
                call("direct:redeliveredFile", "figures".getBytes(UTF_8), Map.of(Exchange.FILE_NAME, "figures.csv"));
        assertThat(answer.getException()).isNull();
        assertThat(documents()).hasSize(1);
    }

    private List<Map<String, String>> documents() {
        return crm.crm().records("Documents").stream()
                .filter(document -> "figures.csv".equals(document.get("notes_title")))
                .toList();
    }

    @Test
    void redeliveryCreatesWhatDidNotHappen() {
        crm.faults().failNext(2, Fault.CUT_BEFORE_EFFECT, "create");
        assertThat(call("direct:redelivered", Map.of("lastname", "Again")).getException())
                .isNull();
        assertThat(crm.crm().records("Leads"))
                .filteredOn(lead -> "Again".equals(lead.get("lastname")))
                .hasSize(1);
    }

    @Test
    void redeliveryFindsWhatCouldNotBeLookedFor() {
        long before = crm.crm().count("Leads");
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        // All the looks of the first try, each with its attempts.
        crm.faults().onCall("query", () -> {
            if (crm.calls().stream()
                            .filter(call -> "query".equals(call.operation()))
                            .count()
                    < 8) {
                crm.faults().failNext(1, Fault.HTTP_500_EMPTY, "query");
            }
        });
        Exchange answer = call("direct:redelivered", Map.of("lastname", "Again"));
        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("created");
        assertThat(crm.crm().count("Leads")).isEqualTo(before + 1);
    }

    @Test
    void anotherRecordOfTheSameExchangeHasItsOwnMark() {
        crm.faults().failNext(1, Fault.CUT_BEFORE_EFFECT, "create");
        Exchange answer = call("direct:twice", Map.of("lastname", "One"));
        assertThat(answer.getMessage().getBody(Map.class)).hasFieldOrPropertyWithValue("lastname", "Other");
    }

    @Test
    void inABatchEachRecordIsProvenForItself() {
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
        crm.faults().failNext(1, Fault.CUT_BEFORE_EFFECT, "create");
        Map<String, Object> record = Map.of("lastname", "Same");
        BatchResult result =
                call(CREATE, List.of(record, record, record)).getMessage().getBody(BatchResult.class);
        assertThat(result)
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.CREATED, Outcome.FAILED, Outcome.CREATED);
        assertThat(result.items().get(1).error())
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("did not happen");
        assertThat(crm.crm().records("Leads"))
                .filteredOn(lead -> "Same".equals(lead.get("lastname")))
                .hasSize(2);
    }

    @Test
    void reviseAndDeleteAreProvenToo() {
        String id = contact("Before");
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "revise");
        crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "delete");
        Exchange revised = call("vtiger:revise?ambiguousWrites=verify", Map.of("id", id, "lastname", "After"));
        assertThat(revised.getMessage().getHeader(VtigerConstants.OUTCOME)).isEqualTo("updated");
        Exchange deleted = call("vtiger:delete?ambiguousWrites=verify", id);
        assertThat(deleted.getException()).isNull();
        assertThat(deleted.getMessage().getHeader(VtigerConstants.RECORD_ID)).isEqualTo(id);
        assertThat(crm.crm().record(id)).isEmpty();
    }

    @Test
    void anOwnerThatDoesNotExistIsNamedWithTheRecordThatWasStored() {
        Map<String, Object> contact = Map.of("lastname", "Orphan", "assigned_user_id", "19x999");
        for (String uri : List.of("vtiger:create/Contacts", "vtiger:create/Contacts?ambiguousWrites=verify")) {
            Exception failure = call(uri, contact).getException();
            assertThat(failure)
                    .isInstanceOf(InvalidRecordException.class)
                    .hasMessageContaining("There is no user or group 19x999 (assigned_user_id)")
                    .hasMessageContaining("has no owner");
            String id = ((InvalidRecordException) failure).getRecordId();
            assertThat(crm.crm().record(id).orElseThrow()).containsEntry("lastname", "Orphan");
        }
    }
}
