package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.changes.CursorState;
import io.github.camelvtiger.changes.FileCursorStore;
import io.github.camelvtiger.routes.sync.store.JournalledWrite;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a release has written is read on by this one. Each release adds the cursors and the store of its data directory to {@code releases}, after
 * its application has followed five Contacts of a simulator ({@code --seed contacts=5}) into a table and has read a file of two rows into Leads, of which the
 * second had no last name.
 */
class FormerReleasesTest {

    @TempDir
    private Path data;

    /** @param position the time, in seconds since 1970, up to which the feed of Contacts had read */
    @ParameterizedTest
    @CsvSource("0.1.0, 1796100460")
    void cursorsAndStoreAreReadOn(String release, long position) throws IOException {
        unpack("/releases/" + release + ".zip");

        FileCursorStore cursors = new FileCursorStore(data.resolve("cursors"));
        assertThat(cursors.names()).hasSize(1);
        CursorState contacts = cursors.look(cursors.names().get(0)).orElseThrow();
        assertThat(contacts.toText()).contains(" p " + position + "/");

        try (SyncStore store = SyncStore.open(StoreAddress.files(data.resolve("store")), InstantSource.system())) {
            Run run = store.runs().last("leads", Run.Kind.RUN).orElseThrow();
            assertThat(run.state()).isEqualTo(Run.State.DONE);
            assertThat(run.counts().created()).isEqualTo(1);
            assertThat(store.rejects().open("leads")).singleElement().satisfies(reject -> assertThat(reject.run())
                    .isEqualTo(run.id()));
            List<JournalledWrite> writes = new ArrayList<>();
            store.journal().ofRun(run.id(), writes::add);
            JournalledWrite write = writes.get(0);
            assertThat(write.sent()).containsEntry("email", "b@x.org");
            assertThat(store.journal().touching(write.recordId().orElseThrow())).containsExactly(write);

            String next = store.runs()
                    .begin("leads", Run.Kind.RUN, "b.csv", "other", "sync", "crm")
                    .id();
            store.runs().end(next, Run.State.DONE, null);
            assertThat(store.runs().last("leads", Run.Kind.RUN)).map(Run::id).hasValue(next);
        }
    }

    private void unpack(String archive) throws IOException {
        try (InputStream stored = FormerReleasesTest.class.getResourceAsStream(archive);
                ZipInputStream files = new ZipInputStream(stored)) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                Path target = data.resolve(file.getName());
                Files.createDirectories(target.getParent());
                Files.copy(files, target);
            }
        }
    }
}
