package io.github.camelvtiger.routes.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.run.Predecessor;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain of syncs: third waits for second, which waits for first. */
class WaitingSyncsTest {

    @TempDir
    Path directory;

    private final Map<String, String> work = new HashMap<>(Map.of("second", "a file", "third", "a file"));
    private SyncStore store;
    private WaitingSyncs waiting;
    private List<SyncDefinition> syncs;

    @BeforeEach
    void open() throws Exception {
        store = SyncStore.open(StoreAddress.files(directory.resolve("store")), InstantSource.system());
        Path files = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(files.resolve("first.yaml"), "from: { file: a }\nto: { crm: Leads }\n");
        Files.writeString(files.resolve("second.yaml"), "from: { file: b }\nto: { crm: Leads }\nafter: first\n");
        Files.writeString(files.resolve("third.yaml"), "from: { file: c }\nto: { crm: Leads }\nafter: second\n");
        syncs = SyncFiles.read(files, UnaryOperator.identity()).files().stream()
                .map(SyncFile::definition)
                .toList();
        waiting = new WaitingSyncs(
                syncs,
                sync -> new Predecessor(store.runs(), sync.name(), sync.after()),
                sync -> Optional.ofNullable(work.get(sync.name())));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> left() {
        return waiting.leftovers().stream()
                .map(Leftover::left)
                .flatMap(Optional::stream)
                .toList();
    }

    private void run(String sync, Run.State state) {
        Run run = store.runs().begin(sync, Run.Kind.RUN, "f", "a", "b", "c");
        store.runs().end(run.id(), state, null);
        work.remove(sync);
    }

    @Test
    void nothingIsWaitedForThatWaitsForASyncWithoutAnythingToDo() {
        assertThat(left()).isEmpty();
        assertThat(waiting.givenUp())
                .containsExactly(
                        "The sync second has not run. It waits for the sync first, which has not run yet.",
                        "The sync third has not run. It waits for the sync second, which has not run yet.");
    }

    @Test
    void whatFollowsASyncThatIsStillToRunIsWaitedFor() {
        work.put("first", "a file");

        assertThat(left()).hasSize(2);
        assertThat(waiting.givenUp()).isEmpty();

        run("first", Run.State.DONE);
        assertThat(left()).hasSize(2);
        run("second", Run.State.DONE);
        run("third", Run.State.DONE);
        assertThat(left()).isEmpty();
        assertThat(waiting.givenUp()).isEmpty();
    }

    @Test
    void whatFollowsAFailureIsGivenUpUnlessThatSyncRunsAgain() {
        run("first", Run.State.FAILED);
        assertThat(left()).isEmpty();
        assertThat(waiting.givenUp()).hasSize(2).first().asString().endsWith(" failed.");

        work.put("first", "another file");
        assertThat(left()).hasSize(2);
    }
}
