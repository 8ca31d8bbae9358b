package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised beyond that where known records are kept in a database. */
abstract class JdbcKnownStorageContract extends KnownStorageContract {

    abstract DataSource dataSource();

    final StoredTables tables() {
        return new StoredTables(dataSource());
    }

    @BeforeEach
    void noTables() throws SQLException {
        tables().drop();
    }

    @Override
    CursorStore store() {
        return new JdbcCursorStore(dataSource());
    }

    @Test
    void aLateOwnerIsRefusedAndChangesNothing() {
        Cursor late = open();
        late.known().write(update(Map.of(1L, bytes(1), 2L, bytes(2)), Map.of("size", "2")));
        Cursor next = open();

        assertThatThrownBy(() -> late.known().write(update(Map.of(1L, bytes(9), 3L, bytes(3)), Map.of("size", "3"))))
                .isInstanceOf(CursorTakenException.class)
                .hasMessageContaining(KEY);
        assertThatThrownBy(() -> late.known().clear()).isInstanceOf(CursorTakenException.class);

        assertThat(numbers(next.known())).containsExactly(1L, 2L);
        assertThat(next.known().read(List.of(1L))).containsEntry(1L, bytes(1));
        assertThat(next.known().properties()).containsExactly(Map.entry("size", "2"));
    }

    @Test
    void theOwnerIsNotStoppedByALateOneThatIsInTheMiddleOfAWrite() throws SQLException {
        long lateEpoch = 1;
        try (Cursor late = open()) {
            late.known().write(update(Map.of(1L, bytes(1)), Map.of("size", "1")));
        }
        try (Connection paused = dataSource().getConnection()) {
            paused.setAutoCommit(false);
            JdbcStorage storage = new JdbcStorage(dataSource());
            VersionedRows.records(storage, tables().cursorId()).add(paused, Map.of(1L, "late"), (lateEpoch << 32) + 7);
            VersionedRows.properties(storage, tables().cursorId())
                    .add(paused, Map.of("size", "9"), (lateEpoch << 32) + 7);

            try (Cursor next = open()) {
                next.known().write(update(Map.of(1L, bytes(2)), Map.of("size", "1")));
                next.known().write(update(Collections.singletonMap(1L, null), Map.of("size", "0")));
                next.known().clear();
                next.known().write(update(Map.of(4L, bytes(4)), Map.of("size", "1")));
            }
            paused.commit();
        }
        try (Cursor cursor = open()) {
            assertThat(numbers(cursor.known()))
                    .as("what the late one kept after all does not count")
                    .containsExactly(4L);
            assertThat(cursor.known().properties()).containsExactly(Map.entry("size", "1"));
        }
    }

    @Test
    void rowsThatCountNoMoreAreDeleted() throws SQLException {
        try (Cursor cursor = open()) {
            for (int write = 0; write < 30; write++) {
                cursor.known().write(update(Map.of(1L, bytes(write), 2L, bytes(write)), Map.of("size", "" + write)));
            }
            assertThat(tables().count("vtiger_known_record")).isEqualTo(2);
            assertThat(tables().count("vtiger_known_property")).isEqualTo(1);
            cursor.known().write(update(Collections.singletonMap(1L, null), Collections.singletonMap("size", null)));
            assertThat(tables().count("vtiger_known_record")).isEqualTo(1);
            assertThat(tables().count("vtiger_known_property")).isZero();
            cursor.known().clear();
            assertThat(tables().count("vtiger_known_record")).isZero();
        }
    }

    @Test
    void allOfAWriteIsKeptOrNothingWhenTheDatabaseIsLost() {
        FailingDataSource flaky = new FailingDataSource(dataSource());
        try (Cursor cursor = new JdbcCursorStore(flaky).open(KEY)) {
            KnownStorage storage = cursor.known();
            for (long number = 2; number <= 30; number++) {
                KnownUpdate update =
                        update(Map.of(number, bytes(number), 1L, bytes(number)), Map.of("size", "" + number));
                flaky.failAfter((int) number % 9);
                try {
                    storage.write(update);
                } catch (CursorException e) {
                    assertThat(e).hasMessageContaining(KEY).isNotInstanceOf(CursorTakenException.class);
                }
                flaky.work();
                int stored = Integer.parseInt(storage.properties().getOrDefault("size", "0"));
                assertThat(numbers(storage)).hasSize(stored);
                storage.write(update);
                assertThat(storage.read(List.of(1L))).containsEntry(1L, bytes(number));
            }
        }
    }

    @Test
    void aRowThatIsNotAsWrittenIsNoticed() throws SQLException {
        try (Cursor cursor = open()) {
            cursor.known().write(update(Map.of(1L, bytes(1)), Map.of()));
            tables().execute("UPDATE vtiger_known_record SET content = '*rubbish*'");
            assertThatThrownBy(() -> cursor.known().read(List.of(1L)))
                    .isInstanceOf(KnownLostException.class)
                    .hasMessageContaining("the record 1 in the table vtiger_known_record");
        }
    }
}
