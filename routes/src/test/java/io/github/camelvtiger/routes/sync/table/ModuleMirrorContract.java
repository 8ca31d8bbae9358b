package io.github.camelvtiger.routes.sync.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.client.ModuleDescription;
import io.github.camelvtiger.client.ModuleDescription.Field;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.store.StoreAddress;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tables of a module hold, in any database. */
abstract class ModuleMirrorContract {

    private static final String MODIFIED = "2026-03-01 10:00:00";

    @TempDir
    Path directory;

    private DataSources sources;
    private TableDatabase database;
    private Instant now = Instant.parse("2026-03-01T12:00:00.700Z");
    private boolean lacksRecords;

    /** An empty database. */
    abstract StoreAddress address();

    @BeforeEach
    void open() {
        sources = new DataSources(name -> address());
        database = new TableDatabase("warehouse", sources);
    }

    @AfterEach
    void close() {
        sources.close();
    }

    @Test
    void eachTypeOfFieldHasItsColumn() throws IOException {
        ModuleMirror mirror = mirror("", everyType());
        Map<String, Object> record = Map.ofEntries(
                Map.entry("id", "12x1"),
                Map.entry("lastname", "O'Hara \u00e9 \ud83d\ude00"),
                Map.entry("description", "line\nline"),
                Map.entry("donotcall", "1"),
                Map.entry("age", "42"),
                Map.entry("amount", "1234.50000000"),
                Map.entry("birthday", "1990-04-05"),
                Map.entry("time_start", "08:05:00"),
                Map.entry("modifiedtime", MODIFIED),
                Map.entry("account_id", "11x5"),
                Map.entry("assigned_user_id", "19x1"),
                Map.entry("hobbies", "chess |##| tennis"),
                Map.entry("leadsource", ""));

        write(mirror, record);

        Map<String, Object> row = mirror.rows(List.of("12x1")).get(0);
        assertThat(row)
                .containsAllEntriesOf(mirror.row(record))
                .containsEntry("lastname", "O'Hara \u00e9 \ud83d\ude00")
                .containsEntry("donotcall", true)
                .containsEntry("age", 42L)
                .containsEntry("amount", new BigDecimal("1234.5"))
                .containsEntry("birthday", LocalDate.of(1990, 4, 5))
                .containsEntry("time_start", LocalTime.of(8, 5))
                .containsEntry("modifiedtime", Instant.parse("2026-03-01T10:00:00Z"))
                .containsEntry("account_id", "11x5")
                .containsEntry("hobbies", "[\"chess\",\"tennis\"]")
                .containsEntry("leadsource", "")
                .containsEntry("_errors", null);
    }

    @Test
    void aValueThatDoesNotFitIsKeptBesideItsRow() throws IOException {
        ModuleMirror mirror = mirror("", everyType());

        write(
                mirror,
                Map.of(
                        "id",
                        "12x1",
                        "lastname",
                        "x".repeat(81),
                        "age",
                        "many",
                        "amount",
                        "0.12345678901",
                        "birthday",
                        "1990-02-30",
                        "donotcall",
                        "perhaps",
                        "account_id",
                        "ACME"));

        Map<String, Object> row = mirror.rows(List.of("12x1")).get(0);
        assertThat(row)
                .containsEntry("lastname", null)
                .containsEntry("age", null)
                .containsEntry("birthday", null)
                .containsEntry("account_id", "ACME");
        assertThat((String) row.get("_errors"))
                .contains("\"lastname\":", "has more than 80 characters", "is not a whole number", "\"many\"")
                .contains("behind it", "is not a date", "is neither true nor false")
                .doesNotContain("account_id");
    }

    @Test
    void aRowGoesWithItsRecord() throws IOException {
        ModuleMirror mirror = mirror("", people());
        write(mirror, person("12x1", "Anna"), person("12x2", "Berta"), person("12x1", "Antonia"));
        mirror.write(List.of(RecordState.deleted("12x2")), Optional.empty());

        assertThat(rows(mirror, "lastname")).containsExactly("Antonia");
    }

    @Test
    void aDeletedRowIsMarked() throws IOException {
        ModuleMirror mirror = mirror("mode: soft", people());
        write(mirror, person("12x1", "Anna"), person("12x2", "Berta"));
        mirror.write(List.of(RecordState.deleted("12x2")), Optional.empty());
        Instant deleted = now;
        now = now.plusSeconds(60);
        mirror.write(List.of(RecordState.deleted("12x2")), Optional.empty());

        assertThat(rows(mirror, "_deleted")).containsExactly(null, deleted.truncatedTo(ChronoUnit.SECONDS));
        assertThat(mirror.presentIds()).containsExactly("12x1");

        write(mirror, person("12x2", "Berta"));
        assertThat(rows(mirror, "_deleted")).containsExactly(null, null);
    }

    @Test
    void idsAreInTheOrderOfTheirNumbers() throws IOException {
        ModuleMirror mirror = mirror("", people());
        write(mirror, person("12x10", "Anna"), person("12x9", "Berta"), person("12x100", "Clara"));
        List<Object> ids = new ArrayList<>();

        mirror.eachRow(row -> ids.add(row.get("id")));

        assertThat(ids).containsExactly("12x9", "12x10", "12x100");
    }

    @Test
    void aNewFieldGetsAColumnAndTheTableIsToBeFilled() throws IOException {
        write(mirror("", people()), person("12x1", "Anna"));
        ModuleMirror mirror = mirror("", people(field("cf_852", "date")));
        write(mirror, Map.of("id", "12x2", "lastname", "Berta", "modifiedtime", MODIFIED, "cf_852", "2026-01-01"));

        assertThat(rows(mirror, "cf_852")).containsExactly(null, LocalDate.of(2026, 1, 1));
        assertThat(mirror.syncs().find().orElseThrow().filling()).isTrue();
    }

    @Test
    void theColumnOfARemovedFieldStaysAndLaterRowsHaveNothingInIt() throws IOException {
        ModuleDescription before = people(field("cf_852", "date"));
        write(
                mirror("", before),
                Map.of("id", "12x1", "lastname", "Anna", "modifiedtime", MODIFIED, "cf_852", "2026-01-01"),
                Map.of("id", "12x2", "lastname", "Berta", "modifiedtime", MODIFIED, "cf_852", "2026-01-01"));
        ModuleMirror mirror = mirror("", people());
        write(mirror, person("12x2", "Berta"));

        assertThat(rows(mirror, "cf_852")).containsExactly(LocalDate.of(2026, 1, 1), null);
        assertThat(mirror.syncs().find().orElseThrow().filling()).isFalse();
    }

    @Test
    void aRetypedFieldLosesNothing() throws IOException {
        write(mirror("", people(field("cf_852", "integer"))), withField("12x1", "7"));
        write(mirror("", people(field("cf_852", "double"))), withField("12x2", "7.5"));
        write(mirror("", people(field("cf_852", "date"))), withField("12x3", "2026-01-01"));
        ModuleMirror mirror = mirror("", people(field("cf_852", "integer")));
        write(mirror, withField("12x4", "8"));

        List<Object> values = rows(mirror, "cf_852");
        assertThat(new BigDecimal((String) values.get(0))).isEqualByComparingTo("7");
        assertThat(new BigDecimal((String) values.get(1))).isEqualByComparingTo("7.5");
        assertThat(values.subList(2, 4)).containsExactly("2026-01-01", "8");
    }

    @Test
    void aFrozenTableStopsTheSyncWithASentence() throws IOException {
        write(mirror("schema: freeze", people(field("cf_850", "date"))), person("12x1", "Anna"));

        assertThatThrownBy(
                        () -> write(mirror("schema: freeze", people(field("cf_852", "date"))), person("12x1", "Anna")))
                .hasMessageContaining("cf_852 is missing in the table")
                .hasMessageContaining("cf_850 is not in the module any more")
                .hasMessageContaining("schema: evolve");
    }

    @Test
    void aTableThatDoesNotFollowLeavesNewFieldsOut() throws IOException {
        write(mirror("schema: discard", people()), person("12x1", "Anna"));
        ModuleMirror mirror = mirror("schema: discard", people(field("cf_852", "date")));
        write(mirror, withField("12x2", "2026-01-01"));

        assertThat(mirror.table().has("cf_852")).isFalse();
        assertThat(rows(mirror, "lastname")).containsExactly("Anna", "Berta");
    }

    @Test
    void whatAnotherClientDroppedIsMadeAgain() throws IOException {
        write(mirror("", people()), person("12x1", "Anna"));
        execute("alter table {contacts} drop column {lastname}");
        ModuleMirror mirror = mirror("", people());
        write(mirror, person("12x2", "Berta"));
        assertThat(rows(mirror, "lastname")).containsExactly(null, "Berta");
        assertThat(mirror.syncs().find().orElseThrow().filling()).isTrue();

        execute("drop table {contacts}");
        ModuleMirror again = mirror("", people());
        write(again, person("12x2", "Berta"));
        assertThat(rows(again, "lastname")).containsExactly("Berta");
    }

    @Test
    void aColumnOfAForeignTypeIsNamed() throws IOException {
        write(mirror("", people()), person("12x1", "Anna"));
        execute("alter table {contacts} drop column {lastname}");
        execute("alter table {contacts} add column {lastname} real");

        assertThatThrownBy(() -> write(mirror("", people()), person("12x1", "Anna")))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("contacts.lastname")
                .hasMessageContaining("or drop the column");
    }

    @Test
    void whatIsBlockedIsNowhereAndHashesCanBeJoined() throws IOException {
        ModuleMirror mirror = mirror("columns: { block: [Contacts.birthday], hash: [lastname] }", everyType());
        Map<String, Object> first = Map.of("id", "12x1", "lastname", "Anna", "birthday", "1990-04-05");
        write(mirror, first, Map.of("id", "12x2", "lastname", "Anna"), Map.of("id", "12x3", "lastname", ""));

        assertThat(mirror.table().has("birthday")).isFalse();
        List<Object> hashes = rows(mirror, "lastname");
        assertThat((String) hashes.get(0)).hasSize(64);
        assertThat(hashes).containsExactly(hashes.get(0), hashes.get(0), null);
        assertThat(mirror.kept(first)).doesNotContainKey("birthday").containsEntry("lastname", hashes.get(0));
    }

    @Test
    void eachStateOfARecordHasItsTime() throws IOException {
        ModuleMirror mirror = mirror("mode: history", people());
        write(mirror, at("12x1", "Anna", "2026-03-01 10:00:00"));
        write(mirror, at("12x1", "Anna", "2026-03-01 10:00:00"));
        write(mirror, at("12x1", "Antonia", "2026-03-01 11:00:00"), at("12x1", "Agnes", "2026-03-01 11:30:00"));
        mirror.write(List.of(RecordState.deleted("12x1")), Optional.empty());
        mirror.write(List.of(RecordState.deleted("12x1")), Optional.empty());

        assertThat(history(mirror))
                .containsExactly("Anna 10:00:00 11:00:00", "Antonia 11:00:00 11:30:00", "Agnes 11:30:00 12:00:00");
        assertThat(mirror.presentIds()).isEmpty();
    }

    @Test
    void aSaveThatIsSeenHalfDoneIsOneVersionAndASilentChangeAnother() throws IOException {
        ModuleMirror mirror = mirror("mode: history", people());
        now = Instant.parse("2026-03-01T10:00:05Z");
        write(mirror, at("12x1", "An", "2026-03-01 10:00:00"));
        now = now.plus(Duration.ofSeconds(30));
        write(mirror, at("12x1", "Anna", "2026-03-01 10:00:00"));
        assertThat(history(mirror)).containsExactly("Anna 10:00:00 null");

        now = Instant.parse("2026-03-01T12:00:00Z");
        write(mirror, at("12x1", "Merged", "2026-03-01 10:00:00"));
        now = now.plus(Duration.ofSeconds(30));
        write(mirror, at("12x1", "Merged", "2026-03-01 10:00:00"));
        write(mirror, at("12x1", "Agnes", "2026-03-01 11:59:00"));
        assertThat(history(mirror))
                .containsExactly("Anna 10:00:00 12:00:00", "Merged 12:00:00 12:00:30", "Agnes 12:00:30 null");
    }

    @Test
    void aRecordThatComesBackIsANewVersion() throws IOException {
        ModuleMirror mirror = mirror("mode: history", people());
        write(mirror, at("12x1", "Anna", "2026-03-01 10:00:00"));
        mirror.write(List.of(RecordState.deleted("12x1")), Optional.empty());
        now = now.plus(Duration.ofMinutes(5));
        write(mirror, at("12x1", "Anna", "2026-03-01 10:00:00"));

        assertThat(history(mirror)).containsExactly("Anna 10:00:00 12:00:00", "Anna 12:05:00 null");
    }

    @Test
    void aTableThatIsMadeLaterThanItsFeedLacksRecords() throws IOException {
        lacksRecords = true;
        ModuleMirror mirror = mirror("", people());
        mirror.table();

        assertThat(mirror.syncs().find().orElseThrow().filling()).isTrue();
        mirror.syncs().filled("12x1");
        assertThat(mirror("", people()).syncs().find().orElseThrow().fillPosition())
                .contains("12x1");
        mirror.syncs().isFilled();
        mirror("", people()).table();
        assertThat(mirror.syncs().find().orElseThrow().filling()).isFalse();
    }

    @Test
    void rowsOfRecordsDoNotBecomeRowsOfStates() throws IOException {
        write(mirror("", people()), person("12x1", "Anna"));

        assertThatThrownBy(() -> mirror("mode: history", people()).table())
                .hasMessageContaining("The table contacts")
                .hasMessageContaining("made without 'mode: history'");
    }

    @Test
    void aSyncWithAnotherNameGoesOn() throws IOException {
        write(mirror("", people()), person("12x1", "Anna"));
        SyncTable.rename(database, "mirror", "copy");
        SyncTable.rename(database, "mirror", "copy");

        assertThat(mirror("", people()).syncs().find()).isEmpty();
        assertThat(new SyncTable(database, "copy", "Contacts").find()).isPresent();
    }

    @Test
    void aFieldToBeBlockedThatIsNotThereIsATypingError() throws IOException {
        assertThatThrownBy(() -> mirror("columns: { block: [Contacts.lastnam] }", people())
                        .table())
                .hasMessageContaining("'Contacts.lastnam'")
                .hasMessageContaining("did you mean lastname?");
        assertThatThrownBy(
                        () -> mirror("columns: { hash: [birthday] }", people()).table())
                .hasMessageContaining("'birthday'");
    }

    @Test
    void thePositionIsThatOfTheLastRecord() throws IOException {
        ModuleMirror mirror = mirror("", people());
        Map<String, Object> record = person("12x1", "Anna");
        mirror.cover(List.of(record));
        RecordState state = mirror.state(record, Instant.parse("2026-03-01T10:00:00Z"), List.of());
        mirror.write(List.of(state), Optional.of(state));
        mirror.syncs().verified(now);

        SyncTable.State known = mirror.syncs().find().orElseThrow();
        assertThat(known.position()).contains(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(known.verifiedUntil()).contains(now.truncatedTo(ChronoUnit.SECONDS));
    }

    ModuleMirror mirror(String keys, ModuleDescription module) throws IOException {
        return new ModuleMirror(
                database,
                sync(keys),
                module.name(),
                name -> module,
                new FieldHash(new byte[] {1, 2, 3}),
                () -> now,
                () -> lacksRecords);
    }

    private SyncDefinition sync(String keys) throws IOException {
        Path syncs = Files.createDirectories(directory.resolve("syncs"));
        Files.writeString(
                syncs.resolve("mirror.yaml"),
                "from: { crm: Contacts }\nto:\n  table: warehouse\n" + (keys.isEmpty() ? "" : "  " + keys + "\n"));
        SyncFiles read = SyncFiles.read(syncs, UnaryOperator.identity());
        assertThat(read.faults()).isEmpty();
        return read.files().get(0).definition();
    }

    @SafeVarargs
    final void write(ModuleMirror mirror, Map<String, Object>... records) {
        mirror.cover(Arrays.asList(records));
        mirror.write(
                Stream.of(records)
                        .map(record -> mirror.state(record, ModuleRecords.modified(record), List.of()))
                        .toList(),
                Optional.empty());
    }

    static List<Object> rows(ModuleMirror mirror, String column) {
        List<Object> values = new ArrayList<>();
        mirror.eachRow(row -> values.add(row.get(column)));
        return values;
    }

    private static List<String> history(ModuleMirror mirror) {
        return mirror.rows(List.of("12x1")).stream()
                .map(row -> row.get("lastname") + " " + time(row.get("valid_from")) + " " + time(row.get("valid_to")))
                .toList();
    }

    private static String time(Object instant) {
        return instant == null ? "null" : instant.toString().substring(11, 19);
    }

    private void execute(String statement) {
        database.useTransaction(handle -> handle.execute(database.dialect().withNames(statement)));
    }

    private static Map<String, Object> person(String id, String name) {
        return at(id, name, MODIFIED);
    }

    private static Map<String, Object> at(String id, String name, String modified) {
        return Map.of("id", id, "lastname", name, "modifiedtime", modified);
    }

    private static Map<String, Object> withField(String id, String value) {
        Map<String, Object> record = new LinkedHashMap<>(person(id, "Berta"));
        record.put("cf_852", value);
        return record;
    }

    static ModuleDescription people(Field... more) {
        return module(Stream.concat(
                        Stream.of(
                                field("id", "autogenerated"), text("lastname", 80), field("modifiedtime", "datetime")),
                        Stream.of(more))
                .toArray(Field[]::new));
    }

    private static ModuleDescription everyType() {
        return module(
                field("id", "autogenerated"),
                text("lastname", 80),
                field("description", "text"),
                field("donotcall", "boolean"),
                field("age", "integer"),
                field("amount", "currency"),
                field("birthday", "date"),
                field("time_start", "time"),
                field("modifiedtime", "datetime"),
                new Field(
                        "account_id",
                        "Organization",
                        "reference",
                        false,
                        true,
                        List.of("Accounts"),
                        List.of(),
                        OptionalInt.empty()),
                field("assigned_user_id", "owner"),
                field("hobbies", "multipicklist"),
                field("leadsource", "picklist"));
    }

    private static ModuleDescription module(Field... fields) {
        return new ModuleDescription("Contacts", "Contacts", 12, List.of(fields), Map.of());
    }

    static Field field(String name, String type) {
        return new Field(name, "Label of '" + name + "'", type, false, true, List.of(), List.of(), OptionalInt.empty());
    }

    private static Field text(String name, int length) {
        return new Field(name, name, "string", false, true, List.of(), List.of(), OptionalInt.of(length));
    }
}
