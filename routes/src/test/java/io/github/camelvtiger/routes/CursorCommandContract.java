package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.changes.Cursor;
import io.github.camelvtiger.changes.CursorState;
import io.github.camelvtiger.changes.CursorStore;
import io.github.camelvtiger.client.ClientSettings;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command over cursors, wherever they are. */
abstract class CursorCommandContract {

    static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    static final String CONTACTS = "crm.example/api/Contacts";

    /** The same at each call. */
    abstract CursorStore cursors();

    abstract CursorsPlace place();

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    @BeforeEach
    void store() {
        save(
                CONTACTS,
                "p 1772359200/7 1772359100/7 1772359000/7 - 1772359204/1772359204",
                "k 12x34 1772359100 0123456789abcdef UPDATED 1772359110 3 1772359500",
                "k 12x35 1772359100 0123456789abcdef CREATED 1772359110 1 1772359160");
        save("crm.example/api/Leads", "p 1772359200/7 1772359100/7 1772359000/7 88 -");
    }

    @Test
    void listsAndShows() {
        assertThat(run("list")).isZero();
        assertThat(out.toString().lines())
                .hasSize(2)
                .allMatch(name -> name.matches("crm.example[_/]api[_/](Contacts|Leads)-[0-9a-f]{8}"));
        assertThat(run("show", "Contacts")).isZero();
        assertThat(out.toString())
                .contains("2026-03-01T10:00:00Z (record 7)")
                .contains("parked:       2 records")
                .contains("2026-03-01T10:00:04Z by the clock of the CRM");
        assertThat(run("show", "Leads")).isZero();
        assertThat(out.toString()).contains("backfill:     done up to the record with the number 88");
        assertThat(run("parked", "Contacts")).isZero();
        assertThat(out.toString())
                .contains("12x34 updated, failed 3 times since 2026-03-01T09:58:30Z, tried again at"
                        + " 2026-03-01T10:05:00Z")
                .contains("12x35 created");
        assertThat(run("parked", "Leads")).isZero();
        assertThat(out).hasToString("No record waits." + System.lineSeparator());
    }

    @Test
    void setsAndResets() {
        assertThat(run("set", "Contacts", "2026-02-01T00:00:00Z")).isZero();
        CursorState state = look(CONTACTS);
        assertThat(state.positions())
                .allMatch(position -> position.modifiedTime().equals(Instant.parse("2026-01-31T23:59:59Z")));
        assertThat(state.parked()).as("what waits goes on waiting").hasSize(2);
        assertThat(run("reset", "Contacts")).isZero();
        assertThat(run("list")).isZero();
        assertThat(out.toString()).doesNotContain("Contacts").contains("Leads");
    }

    @Test
    void releasesAndDrops() {
        assertThat(run("release", "Contacts", "12x34")).isZero();
        assertThat(look(CONTACTS).parked()).anyMatch(parked -> parked.due().equals(NOW));
        assertThat(run("drop", "Contacts", "12x34")).isZero();
        assertThat(look(CONTACTS).parked()).hasSize(1);
        assertThat(run("drop", "Contacts", "12x34")).isEqualTo(1);
        assertThat(err.toString()).contains("12x34 is not parked", "12x35");
        assertThat(run("drop", "Contacts", "all")).isZero();
        assertThat(out.toString()).contains("1 records");
        assertThat(look(CONTACTS).parked()).isEmpty();
    }

    @Test
    void saysWhatItDoesNotUnderstand() {
        assertThat(run("show", "crm")).isEqualTo(1);
        assertThat(err.toString()).contains("More than one cursor", "Contacts", "Leads");
        assertThat(run("show", "Invoice")).isEqualTo(1);
        assertThat(err.toString()).contains("No cursor", "Invoice", "Contacts");
        assertThat(run("set", "Contacts", "yesterday")).isEqualTo(2);
        assertThat(err.toString()).contains("yesterday", "2026-01-31T00:00:00Z");
        assertThat(run("set", "Contacts", "2026-03-02T00:00:01Z")).isEqualTo(1);
        assertThat(err.toString()).contains("future");
        assertThat(run("drop", "Contacts", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("12x34");
    }

    @Test
    void theCursorOfTheFormerRouteGoesToTheSyncsInItsPlace() {
        String byDay = "sync::contacts-by-day:Contacts";
        String toFiles = "sync::contacts-to-files:Contacts";
        save(byDay, "p 1772359999/7 1772359999/7 1772359999/7 - -");
        FormerContactsCursor former = new FormerContactsCursor(
                cursors(), place().catalog(), new ClientSettings("https://crm.example", "api", "key"));
        List<SyncDefinition> syncs =
                SyncFiles.read(Path.of("..", "syncs"), text -> text.replace("{{data.directory}}", "data"))
                        .files()
                        .stream()
                        .map(SyncFile::definition)
                        .toList();
        try {
            former.passTo(List.of());
            assertThat(look(CONTACTS).parked())
                    .as("without such syncs it stays")
                    .hasSize(2);

            former.passTo(syncs);
            assertThat(look(toFiles).positions())
                    .extracting(position -> position.modifiedTime().getEpochSecond())
                    .containsExactly(1772359200L, 1772359100L, 1772359000L);
            assertThat(look(toFiles).parked()).as("what waits goes on waiting").hasSize(2);
            assertThat(look(byDay).parked())
                    .as("one that has begun is left alone")
                    .isEmpty();
            assertThat(place().catalog().nameOf(CONTACTS)).isEmpty();
            assertThat(place().catalog().nameOf(toFiles))
                    .hasValueSatisfying(
                            name -> assertThat(place().catalog().names()).contains(name));

            former.passTo(syncs);
            assertThat(look(toFiles).parked()).hasSize(2);
        } finally {
            clear(byDay);
            clear(toFiles);
        }
    }

    private void clear(String key) {
        try (Cursor cursor = cursors().open(key)) {
            cursor.clear();
        }
    }

    final int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CursorCommand.run(
                InstantSource.fixed(NOW), place(), new PrintWriter(out), new PrintWriter(err, true), arguments);
    }

    final CursorState look(String key) {
        try (Cursor cursor = cursors().open(key)) {
            return cursor.read().orElseThrow();
        }
    }

    private void save(String key, String... lines) {
        StringBuilder text = new StringBuilder(line("vtiger-cursor 1"));
        for (String line : lines) {
            text.append(line(line));
        }
        try (Cursor cursor = cursors().open(key)) {
            cursor.read();
            cursor.save(CursorState.parse(text.toString()));
        }
    }

    private static String line(String content) {
        CRC32 crc = new CRC32();
        crc.update(content.getBytes(StandardCharsets.UTF_8));
        return String.format("%08x %s%n", crc.getValue(), content);
    }
}
