package io.github.camelvtiger.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store in a database promises beyond that, on every database. */
abstract class JdbcCursorStoreContract extends CursorStoreContract {

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

    private CursorStore store(String owner) {
        return new JdbcCursorStore(dataSource(), InstantSource.fixed(BEGIN), owner);
    }

    @Test
    void aLateOwnerIsRefusedAndMovesNothing() {
        Cursor late = store("process 1 on a").open(KEY);
        late.read();
        late.save(state);
        note(late, 1);
        Cursor next = store("process 2 on b").open(KEY);
        String found = text(next.read().orElseThrow()).toString();

        assertThatThrownBy(() -> note(late, 2))
                .isInstanceOf(CursorException.class)
                .hasMessageContaining(KEY)
                .hasMessageContaining("taken over by process 2 on b at 2026-03-01T10:00:00Z")
                .hasMessageContaining("epoch 2");
        assertThatThrownBy(() -> late.save(advanced(state, 1))).isInstanceOf(CursorException.class);
        assertThatThrownBy(late::confirm).isInstanceOf(CursorException.class);
        assertThatThrownBy(late::read).isInstanceOf(CursorException.class);
        late.close();

        assertThatCode(next::confirm).doesNotThrowAnyException();
        assertThat(readAnew()).hasToString(found);
    }

    @Test
    void theOwnerIsNotStoppedByALateOneThatIsInTheMiddleOfAWrite() throws SQLException {
        Cursor late = open();
        late.read();
        late.save(state);
        note(late, 1);
        try (Connection paused = dataSource().getConnection()) {
            paused.setAutoCommit(false);
            long epoch = 1;
            new EntryRows(new JdbcStorage(dataSource()), tables().cursorId(), epoch + 100)
                    .add(paused, List.of(delivery(2, 2, "ff")));

            try (Cursor next = open()) {
                state = next.read().orElseThrow();
                note(next, 2);
                state = advanced(state, 1);
                next.save(state);
            }
            paused.rollback();
        }
        assertThat(readAnew()).isEqualTo(text(state));
    }

    @Test
    void aLateOwnerThatWasPausedBeforeItsCommitGoesNoFurther() {
        PausedBeforeCommit database = new PausedBeforeCommit(dataSource());
        Cursor late = new JdbcCursorStore(database).open(KEY);
        late.read();
        late.save(state);
        database.meanwhile(() -> {
            try (Cursor next = open()) {
                next.read();
            }
        });

        assertThatThrownBy(() -> note(late, 1)).isInstanceOf(CursorTakenException.class);
    }

    @Test
    void ownersThatComeAtOnceGetDifferentEpochs() throws Exception {
        int owners = 8;
        CountDownLatch all = new CountDownLatch(owners);
        ExecutorService threads = Executors.newFixedThreadPool(owners);
        List<Future<Cursor>> opened = IntStream.range(0, owners)
                .mapToObj(owner -> threads.submit(() -> {
                    all.countDown();
                    all.await();
                    return open();
                }))
                .toList();
        List<Cursor> cursors = new ArrayList<>();
        for (Future<Cursor> each : opened) {
            cursors.add(each.get());
        }
        threads.shutdown();
        int alive = 0;
        for (Cursor each : cursors) {
            try {
                each.save(state);
                alive++;
            } catch (CursorTakenException e) {
                assertThat(e).hasMessageContaining("taken over");
            }
        }
        assertThat(alive).isEqualTo(1);
    }

    @Test
    void aDeletedCursorIsNotMadeAnewByItsOwner() throws SQLException {
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
            tables().execute("DELETE FROM vtiger_cursor");
            assertThatThrownBy(() -> cursor.save(state))
                    .isInstanceOf(CursorException.class)
                    .hasMessageContaining(KEY)
                    .hasMessageContaining("deleted");
        }
    }

    @Test
    void aDamagedProgressIsNotTakenForANewCursor() throws SQLException {
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
        }
        tables().execute("UPDATE vtiger_cursor SET progress = 'rubbish'");
        try (Cursor cursor = open()) {
            assertThatThrownBy(cursor::read)
                    .isInstanceOf(CursorException.class)
                    .hasMessageContaining(KEY)
                    .hasMessageContaining("vtiger_cursor")
                    .hasMessageContaining("startFrom");
        }
    }

    @Test
    void rowsThatCountNoMoreAreDeleted() throws SQLException {
        try (Cursor cursor = open()) {
            cursor.read();
            cursor.save(state);
            for (int second = 1; second <= 30; second++) {
                note(cursor, delivery(1, second, "h" + second), delivery(second, second, "i" + second));
            }
            cursor.save(state);
            assertThat(tables().count("vtiger_cursor_entry")).isEqualTo(30);
            state = advanced(state, 30);
            cursor.save(state);
        }
        assertThat(tables().count("vtiger_cursor_entry")).isZero();
        assertThat(tables().count("vtiger_cursor")).isEqualTo(1);
    }

    @Test
    void theStateIsWholeAgainOnceTheDatabaseIsBack() throws SQLException {
        FailingDataSource flaky = new FailingDataSource(dataSource());
        try (Cursor cursor = new JdbcCursorStore(flaky).open(KEY)) {
            cursor.read();
            cursor.save(state);
            for (int number = 1; number <= 24; number++) {
                flaky.failAfter(number % 6);
                int next = number;
                assertThatThrownBy(() -> {
                            note(cursor, next);
                            cursor.save(state);
                            cursor.confirm();
                            cursor.save(state);
                        })
                        .isInstanceOf(CursorException.class)
                        .hasMessageContaining(KEY)
                        .isNotInstanceOf(CursorTakenException.class);
                flaky.work();
                cursor.save(state);
                assertThat(tables().count("vtiger_cursor_entry")).isEqualTo(number);
            }
        }
        assertThat(readAnew()).isEqualTo(text(state)).hasSize(25);
    }

    @Test
    void connectionsGoBackAsTheyCame() throws SQLException {
        try (Connection single = dataSource().getConnection()) {
            single.setAutoCommit(false);
            try (Cursor cursor = new JdbcCursorStore(new SharedConnection(single)).open(KEY)) {
                cursor.read();
                cursor.save(state);
                note(cursor, 1);
            }
            assertThat(single.getAutoCommit()).isFalse();
        }
        assertThat(readAnew()).isEqualTo(text(state));
    }
}
