package io.github.camelvtiger.routes.sync.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.mapping.Mapping;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.simulator.fault.Fault;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RelationsSweepTest {

    @RegisterExtension
    static final VtigerSimulator crm = VtigerSimulator.withSeed("empty");

    @TempDir
    private Path directory;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ExecutorService executor = Executors.newFixedThreadPool(2);
    private final List<String> contacts = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private SyncStore store;
    private String bolt;

    @BeforeEach
    void open() throws Exception {
        store = SyncStore.open(StoreAddress.files(directory.resolve("store")), () -> now);
        VtigerComponent vtiger = new VtigerComponent();
        vtiger.getConfiguration().setUrl(crm.url());
        vtiger.getConfiguration().setUsername(crm.username());
        vtiger.getConfiguration().setAccessKey(crm.accessKey());
        vtiger.getConfiguration().setReadAttempts(1);
        camel.addComponent("vtiger", vtiger);
        camel.start();
        bolt = crm.crm().create("Products", Map.of("productname", "Bolt"));
        for (int number = 0; number < 50; number++) {
            String contact = crm.crm().create("Contacts", Map.of("lastname", "N" + number));
            contacts.add(contact);
            relate(contact, bolt);
        }
    }

    @AfterEach
    void close() {
        executor.shutdownNow();
        camel.stop();
        store.close();
    }

    @Test
    void theEndOfARelationIsSeenWhenItsTimeHasCome() throws IOException {
        RelationsSweep sweep = sweep("", () -> false);
        sweep.beginWithFeed();
        crm.clearCalls();
        sweep.look();
        assertThat(asked()).as("the feed has just begun").isZero();
        deliverAll();
        String nut = crm.crm().create("Products", Map.of("productname", "Nut"));
        relate(contacts.get(3), nut);
        deliver(contacts.get(3));
        List<Path> written = written();
        for (Path file : written) {
            Files.delete(file);
        }
        crm.crm().delete(nut);

        now = now.plus(Duration.ofDays(7)).minusSeconds(1);
        sweep.look();
        assertThat(written()).isEmpty();
        now = now.plusSeconds(1);
        sweep.look();

        assertThat(written()).singleElement().satisfies(file -> assertThat(file)
                .hasFileName(contacts.get(3) + ".json")
                .content()
                .contains("\"lastname\":\"N3\"", "\"Products\":[\"" + bolt + "\"]"));
        crm.clearCalls();
        sweep.look();
        assertThat(asked()).as("its time has not come again").isZero();
    }

    @Test
    void recordsThatWereDeliveredWithoutThemAreDeliveredAgain() throws IOException {
        sweep("", () -> false).look();

        assertThat(written()).hasSize(50);
    }

    @Test
    void fromNowOnWhatWasNotDeliveredIsLearnt() throws IOException {
        sweep("start: now\n", () -> false).look();
        assertThat(written()).isEmpty();

        crm.crm().delete(bolt);
        now = now.plus(Duration.ofDays(7));
        sweep("start: now\n", () -> false).look();
        assertThat(written()).hasSize(50);
    }

    @Test
    void oneThatIsCutShortGoesOnWhereItWas() throws IOException {
        RelationsSweep sweep = sweep("", () -> false);
        AtomicInteger calls = new AtomicInteger();
        // Of 50 records in portions of 20, the second portion fails.
        crm.faults().onCall("query_related", () -> {
            if (calls.incrementAndGet() == 21 + 20) {
                crm.faults().failNext(100, Fault.HTTP_500_EMPTY, "query_related");
            }
        });
        sweep.look();
        assertThat(sweep.note())
                .hasValueSatisfying(note -> assertThat(note).startsWith("the relations of Contacts cannot be read: "));
        assertThat(written()).hasSize(20);
        crm.faults().clear();
        sweep.look();
        assertThat(written()).as("after a pause").hasSize(20);

        crm.clearCalls();
        now = now.plusSeconds(60);
        sweep("", () -> false).look();

        assertThat(written()).hasSize(50);
        assertThat(asked()).as("30 records, each looked at and delivered").isEqualTo(60);
    }

    @Test
    void theStopOfTheApplicationEndsItAndTheNextStartGoesOn() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        RelationsSweep stopped = sweep("", () -> asked.incrementAndGet() > 45);
        stopped.look();
        assertThat(written()).hasSize(40);
        assertThat(stopped.note()).isEmpty();

        crm.clearCalls();
        sweep("", () -> false).look();
        assertThat(written()).hasSize(50);
        assertThat(asked()).isEqualTo(20);
    }

    @Test
    void aRecordThatIsGoneMeanwhileIsNoError() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        crm.faults().onCall("query_related", () -> {
            if (calls.incrementAndGet() == 1) {
                crm.crm().delete(contacts.get(19));
                crm.crm().delete(contacts.get(45));
            }
        });
        RelationsSweep sweep = sweep("", () -> false);
        sweep.look();

        assertThat(sweep.note()).isEmpty();
        assertThat(written()).hasSize(48);
    }

    private void deliverAll() throws IOException {
        for (String contact : contacts) {
            deliver(contact);
        }
    }

    private void deliver(String contact) throws IOException {
        SyncDefinition sync = definition("");
        steps(sync, related(sync)).writeAgain(contact);
    }

    private RelationsSweep sweep(String more, BooleanSupplier stopping) throws IOException {
        SyncDefinition sync = definition(more);
        RelatedIds related = related(sync);
        return new RelationsSweep(
                sync, "Contacts", store, questions(), related, steps(sync, related), () -> now, stopping);
    }

    private SyncDefinition definition(String more) throws IOException {
        Path syncs = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(
                syncs.resolve("people.yaml"),
                "from: { crm: Contacts, relations: Products }\nto: { file: '" + directory.resolve("out")
                        + "', name: '{id}.json' }\n" + more);
        return SyncFiles.read(syncs, UnaryOperator.identity()).files().get(0).definition();
    }

    private RelatedIds related(SyncDefinition sync) {
        return new RelatedIds(
                questions(), "Contacts", sync.part("Contacts").relations().labels(), executor);
    }

    private CrmQuestions questions() {
        return new CrmQuestions(camel.createProducerTemplate(), Optional.empty(), ModuleDescription::of);
    }

    private FeedSteps steps(SyncDefinition sync, RelatedIds related) {
        CrmQuestions questions = questions();
        return new FeedSteps(
                sync,
                "Contacts",
                store,
                new ModuleShapes(
                        sync,
                        "Contacts",
                        questions::describe,
                        (name, columns) ->
                                Mapping.of(sync, name, columns, any -> Optional.of(questions.describe(any)), camel)),
                new FeedFiles(sync, "Contacts", () -> now),
                RecordExtras.of(sync, "Contacts", questions, Optional.of(related), () -> now),
                new FeedHours(sync, store, "crm", () -> now),
                id -> questions.query("SELECT * FROM Contacts WHERE id = :id", Map.of("id", id)).stream()
                        .findFirst());
    }

    private void relate(String contact, String product) {
        camel.createFluentProducerTemplate()
                .to("vtiger:addRelated")
                .withHeader("CamelVtigerRecordId", contact)
                .withHeader("CamelVtigerRelatedId", product)
                .request();
    }

    private List<Path> written() throws IOException {
        if (!Files.exists(directory.resolve("out"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory.resolve("out"))) {
            return files.toList();
        }
    }

    private long asked() {
        return crm.calls().stream()
                .filter(call -> "query_related".equals(call.operation()))
                .count();
    }
}
