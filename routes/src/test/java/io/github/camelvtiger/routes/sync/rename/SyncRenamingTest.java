package io.github.camelvtiger.routes.sync.rename;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.changes.Cursor;
import io.github.camelvtiger.changes.CursorCatalog;
import io.github.camelvtiger.changes.CursorState;
import io.github.camelvtiger.changes.CursorStore;
import io.github.camelvtiger.changes.FileCursorStore;
import io.github.camelvtiger.changes.KnownStorage;
import io.github.camelvtiger.changes.KnownUpdate;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.store.Refusal;
import io.github.camelvtiger.routes.sync.store.Reject;
import io.github.camelvtiger.routes.sync.store.Renames.Rename;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sync gets another name with all that is known by its name, wherever that is interrupted. */
class SyncRenamingTest {

    private Rename rename = new Rename("people", "contacts");

    @TempDir
    private Path root;

    private Path syncs;
    private FileCursorStore cursors;

    /** As if the plug were pulled. */
    private static final class Plug extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Test
    void everythingHasTheNewName() throws IOException {
        prepare();
        try (SyncStore store = store()) {
            String run = fill(store);
            SyncRenaming renaming = renaming(store, cursors, step -> {});
            renaming.intend(rename);
            renaming.intend(rename);
            assertThat(renaming.finish(rename))
                    .containsExactlyInAnyOrder(syncs.resolve("contacts.yaml"), syncs.resolve("after.yaml"));
            assertRenamed(store, run);
        }
    }

    @Test
    void aNameInTheFileIsChangedThereAndItsRunsGoOn() throws IOException {
        prepare();
        Files.move(syncs.resolve("people.yaml"), syncs.resolve("any.yaml"));
        Files.writeString(
                syncs.resolve("any.yaml"),
                "# who: \uD83D\uDC64\nname: 'people' # mine\n" + Files.readString(syncs.resolve("any.yaml")));
        try (SyncStore store = store()) {
            Run run = store.runs().begin("people", Run.Kind.RUN, "a", "abc", sha("people"), "crm");
            SyncRenaming renaming = renaming(store, cursors, step -> {});
            renaming.intend(rename);
            renaming.finish(rename);
            assertThat(syncs.resolve("any.yaml"))
                    .content()
                    .startsWith("# who: \uD83D\uDC64\nname: \"contacts\" # mine\nfrom: ");
            assertThat(store.runs().find(run.id()).orElseThrow())
                    .returns("contacts", Run::sync)
                    .returns(sha("contacts"), Run::syncSha256);
        }
    }

    @Test
    void interruptedBeforeAnyStepItIsFinishedByTheNextStart() throws IOException {
        int steps = 0;
        boolean through = false;
        prepare();
        try (SyncStore store = store()) {
            while (!through) {
                again(steps);
                String run = fill(store);
                int last = steps++;
                int[] step = {0};
                SyncRenaming interrupted = renaming(store, cursors, name -> {
                    if (step[0]++ == last) {
                        throw new Plug();
                    }
                });
                interrupted.intend(rename);
                through = finishes(interrupted);
                store.renames().open().forEach(renaming(store, cursors, name -> {})::finish);
                assertRenamed(store, run);
            }
        }
        assertThat(steps).isGreaterThan(6);
    }

    @Test
    void interruptedAtAnyCallOfACursorItIsFinishedByTheNextStart() throws IOException {
        int calls = 0;
        boolean through = false;
        prepare();
        try (SyncStore store = store()) {
            while (!through) {
                again(calls);
                String run = fill(store);
                SyncRenaming interrupted = renaming(store, new InterruptedCursors(cursors, calls++), step -> {});
                interrupted.intend(rename);
                through = finishes(interrupted);
                store.renames().open().forEach(renaming(store, cursors, step -> {})::finish);
                assertRenamed(store, run);
            }
        }
        assertThat(calls).isGreaterThan(10);
    }

    private boolean finishes(SyncRenaming renaming) {
        try {
            renaming.finish(rename);
            return true;
        } catch (Plug plug) {
            return false;
        }
    }

    @Test
    void whatCannotBeRenamedIsRefusedBeforeAnythingIsDone() throws IOException {
        prepare();
        try (SyncStore store = store()) {
            fill(store);
            SyncRenaming renaming = renaming(store, cursors, step -> {});
            assertRefused(
                    renaming, "peple", "contacts", "There is no sync 'peple' without faults; did you mean people?");
            assertRefused(renaming, "people", "After", "There is a sync 'after' already");
            assertRefused(renaming, "people", "a/b", "'a/b' is not possible as a name");
            assertRefused(
                    renaming, "people", "former", "There was a sync 'former', whose runs or cursors are still kept");
            Files.writeString(syncs.resolve("contacts.yaml"), "name: other\nfrom: { file: in }\nto: { crm: Leads }\n");
            assertRefused(renaming, "people", "contacts", "contacts.yaml is there already");
            Files.writeString(syncs.resolve("people.routes.yaml"), "[]");
            assertRefused(renaming, "people", "persons", "has routes of its own");
            Files.delete(syncs.resolve("people.routes.yaml"));
            assertThat(store.renames().open()).isEmpty();

            renaming.intend(new Rename("people", "persons"));
            assertRefused(
                    renaming,
                    "people",
                    "humans",
                    "The sync 'people' is to be called 'persons' as soon as its run is over");
        }
    }

    private static void assertRefused(SyncRenaming renaming, String from, String to, String sentence) {
        assertThatThrownBy(() -> renaming.intend(new Rename(from, to)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void aSettingThatNamesItIsAPersonsToChange() throws IOException {
        prepare();
        Files.writeString(
                syncs.resolve("after.yaml"), "from: { file: in }\nto: { crm: Leads }\nafter: \"{{before}}\"\n");
        try (SyncStore store = store()) {
            SyncRenaming renaming = renaming(store, cursors, step -> {});
            assertThat(renaming.waitingBySetting(rename)).containsExactly(syncs.resolve("after.yaml"));
        }
    }

    /** Other files and cursors, of a sync that the store does not know yet. */
    private void again(int time) throws IOException {
        rename = new Rename("people" + time, "contacts" + time);
        prepare();
    }

    private void prepare() throws IOException {
        Path directory = Files.createDirectory(root.resolve(UUID.randomUUID().toString()));
        syncs = Files.createDirectories(directory.resolve("syncs"));
        cursors = new FileCursorStore(directory.resolve("cursors"));
        Files.writeString(
                syncs.resolve(rename.from() + ".yaml"),
                "from: { crm: [Contacts, Accounts] }\nto: { file: out, name: '{module}-{id}.json' }\n");
        Files.writeString(syncs.resolve(rename.from() + ".test.yaml"), "[]");
        Files.writeString(
                syncs.resolve("after.yaml"),
                "from: { file: in }\nto: { crm: Leads }\nafter: " + rename.from() + " # the feed\n");
        for (String module : List.of("Contacts", "Accounts")) {
            keep("sync::" + rename.from() + ":" + module, module.length());
        }
        keep("sync::" + rename.from() + "s:Contacts", 1);
    }

    private void keep(String key, long record) {
        try (Cursor cursor = cursors.open(key)) {
            cursor.read();
            cursor.known().write(new KnownUpdate(Map.of(record, new byte[] {1}), Map.of("level", "IDS")));
            cursor.save(CursorState.parse(line("vtiger-cursor 1")
                    + line("p 1772359200/7 1772359100/7 1772359000/7 - 1772359204/1772359204")));
        }
    }

    /** As a cursor is written, with its checksum. */
    private static String line(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x %s%n", crc.getValue(), content);
    }

    private SyncStore store() {
        return SyncStore.open(StoreAddress.files(syncs.resolveSibling("store")), InstantSource.system());
    }

    /** @return the id of a run */
    private String fill(SyncStore store) {
        Run run = store.runs().begin(rename.from(), Run.Kind.FEED, "Contacts", "", sha(rename.from()), "crm");
        store.rejects()
                .add(
                        rename.from(),
                        run.id(),
                        new Refusal(
                                1,
                                "Contacts 12x1",
                                Optional.empty(),
                                Map.of(),
                                "bad",
                                Reject.Cause.REFUSED,
                                Optional.empty()));
        store.links().put(rename.from(), "Leads", Map.of("Contacts 12x1", "10x1"));
        store.runs().begin("former", Run.Kind.FEED, "Contacts", "", "", "crm");
        return run.id();
    }

    private String sha(String name) {
        return files().files().stream()
                .map(SyncFile::definition)
                .filter(sync -> sync.name().equals(name))
                .findFirst()
                .orElseThrow()
                .sha256();
    }

    private SyncFiles files() {
        return SyncFiles.read(syncs, text -> text.replace("{{before}}", rename.from()));
    }

    private <S extends CursorStore & CursorCatalog> SyncRenaming renaming(
            SyncStore store, S cursorStore, Consumer<String> steps) {
        return new SyncRenaming(
                this::files,
                store,
                SyncCursors.of(cursorStore, InstantSource.system()),
                (to, rename) -> steps.accept("tables of " + to.source() + " are those of " + rename.to()),
                steps);
    }

    private void assertRenamed(SyncStore store, String run) throws IOException {
        assertThat(store.renames().open()).isEmpty();
        assertThat(files().faults()).isEmpty();
        assertThat(files().names()).containsExactly("after", rename.to());
        assertThat(syncs.resolve(rename.to() + ".test.yaml")).exists();
        assertThat(syncs.resolve("after.yaml")).content().contains("after: \"" + rename.to() + "\" # the feed");
        assertThat(store.runs().find(run).orElseThrow().sync()).isEqualTo(rename.to());
        assertThat(store.rejects().numberOpen(rename.to())).isEqualTo(1);
        assertThat(store.links().find(rename.to(), "Contacts 12x1")).isPresent();
        assertThat(store.renames().isUsed(rename.from())).isFalse();
        assertThat(cursors.names()).hasSize(3);
        for (String module : List.of("Contacts", "Accounts")) {
            assertThat(cursors.nameOf("sync::" + rename.from() + ":" + module)).isEmpty();
            try (Cursor cursor = cursors.open("sync::" + rename.to() + ":" + module)) {
                assertThat(cursor.read()).as(module).isPresent();
                assertThat(cursor.known().read(List.of((long) module.length()))).hasSize(1);
                assertThat(cursor.known().properties()).containsEntry("level", "IDS");
            }
        }
    }

    /** Cursors of which no call is answered from some call on. */
    private static final class InterruptedCursors implements CursorStore, CursorCatalog {

        private final FileCursorStore store;
        private final int last;
        private int calls;

        InterruptedCursors(FileCursorStore store, int last) {
            this.store = store;
            this.last = last;
        }

        @Override
        public Cursor open(String key) {
            return interrupted(Cursor.class, store.open(key));
        }

        private <T> T interrupted(Class<T> type, T of) {
            InvocationHandler handler = (proxy, method, arguments) -> {
                // What closes is done by the end of a process as well.
                if (!method.getName().equals("close") && calls++ >= last) {
                    throw new Plug();
                }
                try {
                    Object result = method.invoke(of, arguments);
                    return method.getName().equals("known")
                            ? interrupted(KnownStorage.class, (KnownStorage) result)
                            : result;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            };
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
        }

        @Override
        public List<String> names() {
            return store.names();
        }

        @Override
        public Optional<String> nameOf(String key) {
            return store.nameOf(key);
        }

        @Override
        public Optional<CursorState> look(String name) {
            return store.look(name);
        }

        @Override
        public Cursor openByName(String name) {
            return store.openByName(name);
        }
    }
}
