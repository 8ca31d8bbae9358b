package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A feed that leaves out what the producers of its Camel context wrote, as a synchronization in both directions needs it. */
class OwnChangesTest extends FeedTestSupport {

    private static final String FEED =
            "startFrom=beginning&ignoreOwnChanges=true&events=created,updated,deleted" + "&deletedCheckPeriod=10m";

    private String anna;
    private ProducerTemplate template;

    @BeforeEach
    void aRecordIsDelivered() throws Exception {
        anna = server.crm().create("Contacts", Map.of("lastname", "Anna", "phone", "1"));
        clock.advance(Duration.ofMinutes(5));
        start();
        await().until(() -> received.size() == 1);
        thePassesGoBy();
        received.clear();
    }

    private void start() throws Exception {
        follow("Contacts", FEED);
        template = context.createProducerTemplate();
    }

    @Test
    void ownWritesAreNotTold() {
        write("revise", Map.of("id", anna, "phone", "2"));
        thePassesGoBy();
        write("update", Map.of("id", anna, "lastname", "Berta", "assigned_user_id", "19x1"));
        thePassesGoBy();
        String carl = id(write("create/Contacts", Map.of("lastname", "Carl")));
        write("upsert/Contacts?matchFields=lastname", Map.of("lastname", "Carl", "phone", "3"));
        String dora = id(write("create/Contacts", Map.of("lastname", "Dora")));
        thePassesGoBy();
        write("delete", Map.of("id", dora));
        aPeriodGoesBy();
        assertThat(events()).isEmpty();

        server.crm().revise(carl, Map.of("phone", "4"));
        thePassesGoBy();
        server.crm().delete(carl);
        aPeriodGoesBy();
        assertThat(events()).containsExactly("updated " + carl, "deleted " + carl);
        assertThat(received.get(0).getIn().getHeaders()).doesNotContainKey(VtigerConstants.CHANGED_FIELDS);
    }

    @Test
    void ownUploadsAreNotTold() throws Exception {
        stopFeed();
        follow("Documents", FEED);
        // Its first load would read the document while its upload is under way, which is in doubt and so delivered.
        aPollGoesBy();
        template = context.createProducerTemplate();
        String first = upload("first.csv");
        thePassesGoBy();
        assertThat(events()).as("the feed knows no document yet").containsExactly("created " + first);

        String second = upload("second.csv");
        aPeriodGoesBy();
        assertThat(events()).hasSize(1);
        server.crm().revise(second, Map.of("notes_title", "Figures"));
        aPeriodGoesBy();
        assertThat(events()).hasSize(2).endsWith("updated " + second);
    }

    private String upload(String name) {
        return template.request(uri("upload"), exchange -> {
                    exchange.getMessage().setBody("figures".getBytes(StandardCharsets.UTF_8));
                    exchange.getMessage().setHeader(Exchange.FILE_NAME, name);
                })
                .getMessage()
                .getHeader(VtigerConstants.RECORD_ID, String.class);
    }

    @Test
    void anEditByAPersonJustBeforeIsTold() {
        server.crm().revise(anna, Map.of("lastname", "Person"));
        write("revise", Map.of("id", anna, "phone", "2"));
        thePassesGoBy();
        assertThat(events()).containsExactly("updated " + anna);
        assertThat(last().get("lastname")).isEqualTo("Person");
        assertThat(last().get("phone")).isEqualTo("2");
    }

    @Test
    void anEditByAPersonRightBehindIsTold() {
        write("revise", Map.of("id", anna, "phone", "2"));
        server.crm().revise(anna, Map.of("phone", "3"));
        thePassesGoBy();
        assertThat(events()).containsExactly("updated " + anna);
        assertThat(last().get("phone")).isEqualTo("3");
    }

    @Test
    void aPersonWhoRestoresWhatWeWroteIsTold() {
        write("revise", Map.of("id", anna, "phone", "2"));
        thePassesGoBy();
        server.crm().revise(anna, Map.of("phone", "3"));
        thePassesGoBy();
        server.crm().revise(anna, Map.of("phone", "2"));
        thePassesGoBy();
        assertThat(events()).containsExactly("updated " + anna, "updated " + anna);
    }

    @Test
    void whatIsKnownOfOwnWritesSurvivesARestart() throws Exception {
        write("revise", Map.of("id", anna, "phone", "2"));
        aPollGoesBy();
        stopFeed();
        start();
        thePassesGoBy();
        assertThat(events()).isEmpty();
    }

    @Test
    void aStoppedRouteIsToldNothingOfWhatWasWrittenMeanwhile() throws Exception {
        context.getRouteController().stopRoute("feed");
        write("revise", Map.of("id", anna, "phone", "2"));
        clock.advance(Duration.ofMinutes(5));
        context.getRouteController().startRoute("feed");
        thePassesGoBy();
        assertThat(events()).isEmpty();
    }

    @Test
    void aWriteWithoutAnAnswerAndAValueThatTheCrmAlteredAreTold() {
        server.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "revise");
        template.send(uri("revise"), exchange -> exchange.getIn().setBody(Map.of("id", anna, "phone", "2")));
        thePassesGoBy();
        write("revise", Map.of("id", anna, "phone", "9".repeat(60)));
        thePassesGoBy();
        assertThat(events()).containsExactly("updated " + anna, "updated " + anna);
        assertThat((String) last().get("phone")).hasSize(50);
    }

    @Test
    void whatTheFeedHasNeverDeliveredIsTold() {
        String young = server.crm().create("Contacts", Map.of("lastname", "Young"));
        write("revise", Map.of("id", young, "phone", "2"));
        thePassesGoBy();
        assertThat(events()).containsExactly("created " + young);
    }

    /** All three have seen what happened by now. */
    private void thePassesGoBy() {
        for (int minute = 0; minute < 3; minute++) {
            clock.advance(Duration.ofMinutes(1));
            aPollGoesBy();
        }
    }

    private Map<?, ?> write(String operation, Map<String, ?> record) {
        return template.requestBody(uri(operation), record, Map.class);
    }

    private String uri(String operation) {
        return "vtiger:" + operation + (operation.contains("?") ? "&" : "?") + "url=" + server.url()
                + "webservice.php&username=admin&accessKey=RAW(" + server.accessKey() + ")";
    }

    private static String id(Map<?, ?> record) {
        return (String) record.get("id");
    }
}
