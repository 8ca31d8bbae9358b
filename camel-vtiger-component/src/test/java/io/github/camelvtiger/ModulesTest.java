package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelvtiger.client.InvalidRecordException;
import io.github.camelvtiger.client.RecordNotFoundException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/** Every operation on every module of Vtiger's own overview, on the simulator or any other server. */
@LiveSuite
class ModulesTest {

    private final LiveCrm crm;

    @TempDir
    Path cursors;

    ModulesTest(LiveCrm crm) {
        this.crm = crm;
    }

    static Stream<ModuleExample> modules() {
        return ModuleExamples.all().stream().filter(example -> example.api() != null);
    }

    static Stream<ModuleExample> creatable() {
        return modules().filter(example -> example.allows('c'));
    }

    @ParameterizedTest
    @MethodSource("creatable")
    void aRecordIsCreatedReadFoundChangedAndDeleted(ModuleExample example) {
        crm.requireModule(example.api());
        assumeTrue(
                crm.isSimulated() || example.allows('d'),
                () -> "A record of " + example.api() + " would change this server's settings for good.");
        String id = crm.create(example.api(), example.record());

        assertThat(crm.record(crm.call("vtiger:retrieve", id)).get("id")).isEqualTo(id);
        List<?> found = crm.call("vtiger:query", "select * from " + example.api() + " where id = '" + id + "'")
                .getMessage()
                .getBody(List.class);
        assertThat(found).hasSize(1);

        String value = example.value().replace("MARK", crm.mark());
        Map<?, ?> changed =
                crm.record(crm.call("vtiger:revise/" + example.api(), Map.of("id", id, example.changed(), value)));
        assertThat(changed.get(example.changed())).isEqualTo(value);
        assertThat(crm.record(crm.call("vtiger:retrieve", id)).get(example.changed()))
                .isEqualTo(value);

        assertThat(crm.call("vtiger:delete/" + example.api(), id).getException())
                .isNull();
        crm.forget(id);
        assumeTrue(example.allows('d'), () -> "A deleted record of " + example.api() + " can be read.");
        assertThat(crm.call("vtiger:retrieve", id).getException()).isInstanceOf(RecordNotFoundException.class);
    }

    /** A server that is not simulated gets the value that it has. */
    @ParameterizedTest
    @ValueSource(strings = {"Users", "CompanyDetails"})
    void whatCannotBeCreatedIsReadFoundAndChanged(String module) {
        crm.requireModule(module);
        ModuleExample example = ModuleExamples.of(module);
        List<?> found = crm.call("vtiger:query", "select * from " + module + " limit 1")
                .getMessage()
                .getBody(List.class);
        Map<?, ?> before = (Map<?, ?>) found.get(0);
        Object value = crm.isSimulated() ? example.value() : before.get(example.changed());
        Map<?, ?> changed =
                crm.record(crm.call("vtiger:revise", Map.of("id", before.get("id"), example.changed(), value)));
        assertThat(changed.get(example.changed())).isEqualTo(value);
        assertThat(crm.record(crm.call("vtiger:retrieve", before.get("id"))).get(example.changed()))
                .isEqualTo(value);
    }

    @Test
    void whatWasReadIsTakenBackByAnUpdate() {
        for (ModuleExample example : creatable().filter(it -> it.allows('d')).toList()) {
            crm.requireModule(example.api());
            String id = crm.create(example.api(), example.record());
            Exchange answer = crm.call(
                    "vtiger:update",
                    crm.call("vtiger:retrieve", id).getMessage().getBody());
            assertThat(answer.getException()).as(example.api()).isNull();
        }
    }

    @Test
    void everyNewRecordIsDelivered() throws Exception {
        Set<String> delivered = new ConcurrentSkipListSet<>();
        Set<String> expected = new TreeSet<>();
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        List<String> modules = modules()
                .filter(example -> example.allows('f'))
                .map(ModuleExample::api)
                .distinct()
                .toList();
        Optional<TestAbortedException> refused = Optional.empty();
        try {
            for (String module : modules) {
                crm.requireModule(module);
                crm.context().addRoutes(follow(module, start, delivered));
                try {
                    expected.add(crm.create(module, ModuleExamples.of(module).record()));
                } catch (TestAbortedException notServed) {
                    refused = Optional.of(notServed);
                }
            }
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> delivered.containsAll(expected));
        } finally {
            for (String module : modules) {
                crm.context().getRouteController().stopRoute(module);
            }
        }
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private RouteBuilder follow(String module, Instant start, Set<String> delivered) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/" + module + "?delay=500&initialDelay=0&startFrom=" + start + "&cursorDirectory="
                                + cursors)
                        .routeId(module)
                        .process(exchange -> delivered.add(
                                exchange.getMessage().getHeader(VtigerConstants.RECORD_ID, String.class)));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Leads",
                "Contacts",
                "Accounts",
                "Potentials",
                "HelpDesk",
                "Project",
                "ProjectTask",
                "Quotes",
                "SalesOrder",
                "PurchaseOrder",
                "Invoice",
                "Faq"
            })
    void aCommentIsAddedTo(String module) {
        crm.requireModule(module);
        Map<String, Object> record = module.equals("Faq")
                ? Map.of("question", "MARK", "faq_answer", "MARK", "faqstatus", "Draft")
                : ModuleExamples.of(module).record();
        String id = crm.create(module, record);
        Map<?, ?> comment = crm.created("ModComments", Map.of("commentcontent", crm.mark(), "related_to", id));
        assertThat(comment.get("related_to")).isEqualTo(id);
    }

    @Test
    void momentsOfAnEventFillDaysAndTimes() {
        Map<?, ?> event =
                crm.created("Events", crm.complete(ModuleExamples.of("Events").record()));
        assertThat(event.get("date_start")).isEqualTo("2030-01-31");
        assertThat(event.get("time_start")).isEqualTo("10:00:00");
        assertThat(event.get("time_end")).isEqualTo("11:30:00");
        assertThat(event.get("duration_hours")).isEqualTo("1");
        assertThat(event.get("duration_minutes")).isEqualTo("30");
    }

    @Test
    void addressesOfAnEmailAreTakenBack() {
        Map<?, ?> email =
                crm.created("Emails", crm.complete(ModuleExamples.of("Emails").record()));
        String both = "[\"you@example.org\",\"they@example.org\"]";
        assertThat(email.get("saved_toid")).isEqualTo(both);
        for (Object sent : List.of(email.get("saved_toid"), List.of("you@example.org", "they@example.org"))) {
            Map<?, ?> again = crm.record(
                    crm.call("vtiger:revise", Map.of("id", email.get("id"), "saved_toid", sent, "ccmail", "")));
            assertThat(again.get("saved_toid")).isEqualTo(both);
        }
    }

    @Test
    void theSenderOfAnEmailIsTheUserUnlessItIsSent() {
        Object own = crm.body("vtiger:me", null, Map.of(), Map.class).get("email1");
        Map<String, Object> email = crm.complete(ModuleExamples.of("Emails").record());
        assertThat(email).doesNotContainKey("from_email");
        assertThat(crm.created("Emails", email).get("from_email")).isEqualTo(own);
        email.put("from_email", "other@example.org");
        assertThat(crm.created("Emails", email).get("from_email")).isEqualTo("other@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Users", "DocumentFolders"})
    void whatTheServerDoesNotCreateComesWithTheWayAround(String module) {
        crm.requireModule(module);
        assertThat(crm.call("vtiger:create/" + module, Map.of("foldername", "x", "user_name", "x"))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("Vtiger's API cannot create")
                .hasMessageContaining("refers to no module");
    }

    @Test
    void theCompanyIsNotOverwrittenByACreate() {
        assertThat(crm.call("vtiger:create/CompanyDetails", Map.of("organizationname", "x"))
                        .getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("overwrite")
                .hasMessageContaining("revise");
    }

    static Stream<Arguments> otherNames() {
        return ModuleExamples.all().stream().flatMap(example -> example.objects().stream()
                .flatMap(name -> Stream.of(name, name.toLowerCase(), name.replace(" ", "")))
                .distinct()
                .filter(name -> !name.equals(example.api()) && !name.startsWith("custom"))
                .map(name -> arguments(name, example)));
    }

    @ParameterizedTest
    @MethodSource("otherNames")
    void aNameThatIsNotTheApisLeadsToIt(String name, ModuleExample example) {
        Exchange refused = crm.context()
                .createProducerTemplate()
                .request("vtiger:describe", exchange -> exchange.getMessage().setHeader(VtigerConstants.MODULE, name));
        assertThat(refused.getException())
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining(example.api() == null ? "no such module" : example.api());
    }
}
