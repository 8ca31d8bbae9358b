package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.changes.Cursor;
import io.github.camelvtiger.changes.CursorStore;
import io.github.camelvtiger.changes.FileCursorStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In files. */
class CursorCommandTest extends CursorCommandContract {

    @TempDir
    Path directory;

    @Override
    CursorStore cursors() {
        return new FileCursorStore(directory);
    }

    @Override
    CursorsPlace place() {
        return CursorsPlace.directory(directory);
    }

    @Test
    void whatIsInUseIsShownButNotChanged() {
        try (Cursor used = cursors().open(CONTACTS)) {
            used.read();
            assertThat(run("show", "Contacts")).isZero();
            for (String[] change : new String[][] {
                {"set", "Contacts", "2026-02-01T00:00:00Z"},
                {"reset", "Contacts"},
                {"release", "Contacts", "all"},
                {"drop", "Contacts", "all"}
            }) {
                assertThat(run(change)).isEqualTo(1);
                assertThat(err.toString().lines()).hasSize(1);
                assertThat(err.toString())
                        .contains("in use by process " + ProcessHandle.current().pid());
            }
        }
        assertThat(look(CONTACTS).parked()).hasSize(2);
    }

    @Test
    void whatIsNotACursorIsNamedInOneSentence() throws IOException {
        Files.createDirectory(directory.resolve("folder.cursor"));
        Files.writeString(directory.resolve("garbage.cursor"), "garbage");
        Map<String, String> sentences = Map.of(
                "folder", "No cursor in " + directory + " has 'folder' in its name", "garbage", "garbage.cursor");
        for (String name : sentences.keySet()) {
            assertThat(run("show", name)).isEqualTo(1);
            assertThat(err.toString().lines()).hasSize(1);
            assertThat(err.toString())
                    .contains(sentences.get(name))
                    .doesNotContain("Exception")
                    .doesNotContain("option");
        }
    }

    @Test
    void aDirectoryThatIsNotOneIsNamed() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertThat(run("--directory", file.toString(), "list")).isEqualTo(1);
        assertThat(err.toString()).contains(file + ", which is not a directory");
        assertThat(run("--directory", directory.resolve("none").toString(), "list"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("does not exist");
    }
}
