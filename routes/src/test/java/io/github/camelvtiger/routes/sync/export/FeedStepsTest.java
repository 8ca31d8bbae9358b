package io.github.camelvtiger.routes.sync.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.mapping.Mapping;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedStepsTest {

    private static final ModuleDescription CONTACTS = new ModuleDescription(
            "Contacts", "Contacts", 12, List.of(field("id"), field("lastname"), field("birthday")), Map.of());

    @TempDir
    private Path directory;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final AtomicInteger descriptions = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-01T10:59:00Z");
    private SyncStore store;
    private SyncDefinition sync;

    @BeforeEach
    void open() throws IOException {
        Path syncs = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(
                syncs.resolve("daily.yaml"),
                "from: { crm: Contacts }\nto: { file: '" + directory.resolve("daily") + "', name: '{day}.jsonl' }\n"
                        + "map: { name: lastname, born: { from: birthday, date: dd.MM.yyyy } }\n");
        sync = SyncFiles.read(syncs, UnaryOperator.identity()).files().get(0).definition();
        store = SyncStore.open(StoreAddress.files(directory.resolve("store")), () -> now);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        camel.close();
    }

    /** What was not kept when a process is killed has numbers, too; the next process must not give them to other records. */
    @Test
    void aRejectIsThereWhateverComesAfterAKill() throws IOException {
        steps().write("updated", "12x1", record("12x1", "soon"), false);
        steps().write("updated", "12x2", record("12x2", "late"), false);

        assertThat(store.rejects().open("daily"))
                .extracting(reject -> reject.payload().get("id"))
                .containsExactly("12x1", "12x2");
    }

    @Test
    void eachHourHasARunOfItsOwn() throws IOException {
        FeedSteps steps = steps();
        steps.write("updated", "12x1", record("12x1", "soon"), true);
        now = now.plus(Duration.ofMinutes(2));
        steps.write("updated", "12x2", record("12x2", "late"), true);
        steps.write("updated", "12x3", record("12x3", "1990-04-05"), true);

        List<Reject> rejects = store.rejects().open("daily");
        assertThat(rejects).hasSize(2);
        assertThat(rejects.get(0).run()).isNotEqualTo(rejects.get(1).run());
        assertThat(store.runs()
                        .find(rejects.get(1).run())
                        .orElseThrow()
                        .counts()
                        .rows())
                .isEqualTo(2);
        assertThat(Files.readString(directory.resolve("daily/2026-03-01.jsonl")))
                .isEqualTo("{\"name\":\"Berg\",\"born\":\"05.04.1990\"}\n");
    }

    @Test
    void aFieldThatNobodyDescribesIsAskedForOnce() throws IOException {
        FeedSteps steps = steps();
        steps.write("updated", "12x1", Map.of("id", "12x1", "starred", "1"), true);
        steps.write("updated", "12x2", Map.of("id", "12x2", "starred", "1"), true);

        assertThat(descriptions).hasValue(1);
    }

    private FeedSteps steps() {
        InstantSource clock = () -> now;
        ModuleShapes shapes = new ModuleShapes(
                sync,
                "Contacts",
                name -> {
                    descriptions.incrementAndGet();
                    return CONTACTS;
                },
                (module, columns) -> Mapping.of(sync, module, columns, name -> Optional.of(CONTACTS), camel));
        return new FeedSteps(
                sync,
                "Contacts",
                store,
                shapes,
                new FeedFiles(sync, "Contacts", clock),
                RecordExtras.none("Contacts"),
                new FeedHours(sync, store, "crm", clock),
                id -> Optional.empty());
    }

    private static Map<String, Object> record(String id, String birthday) {
        return Map.of("id", id, "lastname", "Berg", "birthday", birthday);
    }

    private static ModuleDescription.Field field(String name) {
        return new ModuleDescription.Field(
                name, name, "string", false, true, List.of(), List.of(), OptionalInt.empty());
    }
}
