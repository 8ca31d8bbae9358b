package io.github.camelvtiger.routes.sync.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.mapping.Mapping;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeModuleTest {

    private static final ModuleDescription GROUPS =
            new ModuleDescription("Groups", "Groups", 20, List.of(field("id"), field("groupname")), Map.of());

    private static final InstantSource CLOCK = () -> Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path directory;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private SyncStore store;

    @BeforeEach
    void open() {
        store = SyncStore.open(StoreAddress.files(directory.resolve("store")), CLOCK);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
        camel.close();
    }

    @Test
    void whatIsAsItWasIsNotWrittenAgain() throws IOException {
        WholeModule module = module("deletions: true\n");
        module.read(records("20x1 Sales", "20x2 Support"));
        module.read(records("20x1 Sales", "20x2 Service", "20x3 Night"));
        module("deletions: true\n").read(records("20x2 Service", "20x3 Night"));

        assertThat(written())
                .containsExactly(
                        "20x1,Sales,created",
                        "20x2,Support,created",
                        "20x2,Service,updated",
                        "20x3,Night,created",
                        "20x1,,deleted");
    }

    @Test
    void withoutDeletionsTheyArePassedOver() throws IOException {
        WholeModule module = module("");
        module.read(records("20x1 Sales", "20x2 Support"));
        module.read(records("20x1 Sales"));

        assertThat(written()).containsExactly("20x1,Sales", "20x2,Support");
    }

    /** A right that was withdrawn looks as if everything had been deleted. */
    @Test
    void aModuleThatShowsNothingAnyMoreIsNotTakenToBeDeleted() throws IOException {
        WholeModule module = module("deletions: true\n");
        module.read(records("20x1 Sales"));
        module.read(records());
        module.read(records("20x1 Sales"));

        assertThat(written()).containsExactly("20x1,Sales,created");
    }

    @Test
    void fromNowOnOnlyWhatChangesLaterIsWritten() throws IOException {
        WholeModule module = module("start: now\n");
        module.read(records());
        module.read(records("20x1 Sales"));
        module.read(records("20x1 Sales", "20x2 Support"));
        assertThat(written()).containsExactly("20x1,Sales", "20x2,Support");

        store.walks().find("groups", "Groups").orElseThrow();
    }

    @Test
    void whatIsThereWhenItBeginsFromNowOnIsLearnt() throws IOException {
        WholeModule module = module("start: now\n");
        module.read(records("20x1 Sales"));
        module.read(records("20x1 Retail"));

        assertThat(written()).containsExactly("20x1,Retail");
    }

    @Test
    void aReadingThatBreaksOffDeletesNothing() throws IOException {
        WholeModule module = module("deletions: true\n");
        module.read(records("20x1 Sales", "20x2 Support"));
        Iterator<Map<String, Object>> some = records("20x1 Retail");
        assertThatThrownBy(() -> module.read(new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public Map<String, Object> next() {
                        if (some.hasNext()) {
                            return some.next();
                        }
                        throw new IllegalStateException("no answer");
                    }
                }))
                .hasMessage("no answer");
        module.read(records("20x1 Retail", "20x2 Support"));

        assertThat(written()).containsExactly("20x1,Sales,created", "20x2,Support,created", "20x1,Retail,updated");
    }

    private WholeModule module(String more) throws IOException {
        Path syncs = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(
                syncs.resolve("groups.yaml"),
                "from: { crm: \"*\" }\nto: { file: '" + directory.resolve("out") + "', name: '{module}-{day}.csv' }\n"
                        + more);
        SyncDefinition sync =
                SyncFiles.read(syncs, UnaryOperator.identity()).files().get(0).definition();
        FeedSteps steps = new FeedSteps(
                sync,
                "Groups",
                store,
                new ModuleShapes(
                        sync,
                        "Groups",
                        name -> GROUPS,
                        (name, columns) -> Mapping.of(sync, name, columns, any -> Optional.of(GROUPS), camel)),
                new FeedFiles(sync, "Groups", CLOCK),
                RecordExtras.none("Groups"),
                new FeedHours(sync, store, "crm", CLOCK),
                id -> Optional.empty());
        return new WholeModule(sync, "Groups", store, steps, CLOCK, () -> false);
    }

    private List<String> written() throws IOException {
        List<String> lines = Files.readAllLines(directory.resolve("out/Groups-2026-03-01.csv"));
        return lines.subList(1, lines.size());
    }

    private static Iterator<Map<String, Object>> records(String... records) {
        return Arrays.stream(records)
                .map(record -> record.split(" "))
                .map(record -> Map.<String, Object>of("id", record[0], "groupname", record[1]))
                .iterator();
    }

    private static ModuleDescription.Field field(String name) {
        return new ModuleDescription.Field(
                name, name, "string", false, true, List.of(), List.of(), OptionalInt.empty());
    }
}
