package io.github.camelvtiger.routes.sync.staging;

import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.run.RowOutcome;
import io.github.camelvtiger.routes.sync.run.StagedRows;
import io.github.camelvtiger.routes.sync.run.StagedRowsException;
import io.github.camelvtiger.routes.sync.store.DataSources;
import io.github.camelvtiger.routes.sync.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A table of rows for a CRM. A row waits while its status is empty or {@code new}; it is {@code running} while a run has it, then
 * {@code done}, {@code rejected}, {@code skipped} or {@code stopped}, with the id of its record and the reason. What a person writes
 * into the status of a row meanwhile is left as it is.
 */
public final class StagingTable implements StagedRows {

    private static final String NEW = "new";
    private static final String RUNNING = "running";
    private static final String STOPPED = "stopped";
    private static final String REJECTED = "rejected";
    private static final int PAGE = 500;

    /** H2: another process, such as the application that runs, has the database open. */
    private static final int ALREADY_OPEN = 90020;

    /** Of SQLSTATE: no connection, not enough resources, taken back, stopped by an operator. */
    private static final Set<String> PASSING = Set.of("08", "53", "40", "57");

    private final DataSources databases;
    private final Source.Table wanted;
    /** As the database described it; empty before the first use, and after a failure, for which another client may be the reason. */
    private volatile Optional<StagingLayout> known = Optional.empty();

    public StagingTable(DataSources databases, Source.Table wanted) {
        this.databases = databases;
        this.wanted = wanted;
    }

    @Override
    public String name() {
        return wanted.label();
    }

    /** What is done with the table in one transaction, and whether it is to be kept. */
    private interface Work {
        boolean in(Connection connection, StagingLayout layout) throws SQLException, IOException;
    }

    /** The columns of a row, as they are now. */
    public List<String> columns() {
        known = Optional.empty();
        List<String> columns = new ArrayList<>();
        inTransaction((connection, layout) -> {
            layout.data().forEach(column -> columns.add(column.name()));
            return false;
        });
        return columns;
    }

    @Override
    public boolean isAnyWaiting() {
        boolean[] waiting = new boolean[1];
        inTransaction((connection, layout) -> {
            try (PreparedStatement query = connection.prepareStatement(
                    "select 1 from " + layout.table() + " where " + layout.isWaiting(List.of(NEW, RUNNING)))) {
                query.setMaxRows(1);
                try (ResultSet rows = query.executeQuery()) {
                    waiting[0] = rows.next();
                }
            }
            return false;
        });
        return waiting[0];
    }

    @Override
    public long take(boolean stopped, boolean takes, Taker taker, BooleanSupplier confirm) {
        long[] number = new long[1];
        inTransaction((connection, layout) -> {
            number[0] = take(connection, layout, stopped, takes, taker);
            return confirm.getAsBoolean() && takes;
        });
        return number[0];
    }

    private long take(Connection connection, StagingLayout layout, boolean stopped, boolean takes, Taker taker)
            throws SQLException, IOException {
        List<String> states = stopped ? List.of(NEW, RUNNING, STOPPED) : List.of(NEW, RUNNING);
        long number = 0;
        List<String> places = new ArrayList<>();
        try (PreparedStatement query =
                        connection.prepareStatement(layout.select(states) + (takes ? " for update" : ""));
                PreparedStatement update = connection.prepareStatement("update " + layout.table() + " set "
                        + layout.status().quoted() + " = '" + RUNNING + "' where " + layout.isTheRow())) {
            query.setFetchSize(PAGE);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    Map<String, Object> cells = cells(layout, rows);
                    taker.take(new Waiting(place(layout, cells), cells));
                    number++;
                    if (takes) {
                        key(layout, update, 1, cells);
                        update.addBatch();
                        places.add(place(layout, cells));
                        if (number % PAGE == 0) {
                            mark(update, places);
                        }
                    }
                }
            }
            if (takes) {
                mark(update, places);
            }
        }
        return number;
    }

    /** A row that is not found again by what was read of its key would be taken with every poll. */
    private void mark(PreparedStatement update, List<String> places) throws SQLException {
        int[] found = update.executeBatch();
        for (int i = 0; i < found.length; i++) {
            if (found[i] == 0) {
                throw new StagedRowsException(
                        "The " + places.get(i) + " of the " + name()
                                + " is not found again by its key; name other columns by 'key' in the sync file.",
                        false);
            }
        }
        places.clear();
    }

    private static Map<String, Object> cells(StagingLayout layout, ResultSet row) throws SQLException {
        Map<String, Object> cells = new LinkedHashMap<>();
        int index = 1;
        for (StagingColumn column : layout.data()) {
            cells.put(column.name(), column.cell(row, index++, layout.key().contains(column)));
        }
        return cells;
    }

    private static String place(StagingLayout layout, Map<String, Object> cells) {
        return layout.key().stream()
                .map(column -> String.valueOf(cells.get(column.name())))
                .collect(Collectors.joining(", ", "row ", ""));
    }

    private static void key(StagingLayout layout, PreparedStatement statement, int first, Map<String, Object> cells)
            throws SQLException {
        int index = first;
        for (StagingColumn column : layout.key()) {
            column.set(statement, index++, cells.get(column.name()));
        }
    }

    @Override
    public void settle(List<RowOutcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        inTransaction((connection, layout) -> {
            try (PreparedStatement update = connection.prepareStatement("update " + layout.table() + " set "
                    + layout.status().quoted() + " = ?, " + layout.id().quoted() + " = coalesce(?, "
                    + layout.id().quoted() + "), " + layout.error().quoted() + " = ? where " + layout.isTheRow()
                    + " and " + layout.isIn(List.of(RUNNING, REJECTED)))) {
                for (RowOutcome outcome : outcomes) {
                    update.setString(1, outcome.state().name().toLowerCase(Locale.ROOT));
                    text(update, 2, outcome.record(), layout.id());
                    text(update, 3, outcome.reason(), layout.error());
                    key(layout, update, 4, outcome.row().cells());
                    update.addBatch();
                }
                update.executeBatch();
            }
            return true;
        });
    }

    private static void text(PreparedStatement update, int index, Optional<String> text, StagingColumn column)
            throws SQLException {
        if (text.isPresent()) {
            update.setString(index, column.fitting(text.get()));
        } else {
            update.setNull(index, Types.VARCHAR);
        }
    }

    @Override
    public void stop(List<Map<String, Object>> rows, String sentence) {
        inTransaction((connection, layout) -> {
            try (PreparedStatement update = connection.prepareStatement("update " + layout.table() + " set "
                    + layout.status().quoted() + " = '" + STOPPED + "', "
                    + layout.error().quoted() + " = ? where "
                    + layout.isTheRow() + " and " + layout.isIn(List.of(RUNNING)))) {
                for (Map<String, Object> cells : rows) {
                    update.setString(1, layout.error().fitting(sentence));
                    key(layout, update, 2, cells);
                    update.addBatch();
                }
                update.executeBatch();
            }
            return true;
        });
    }

    private void inTransaction(Work work) {
        try (Connection connection = databases.get(wanted.source()).getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            boolean failed = true;
            try {
                done = work.in(connection, layout(connection));
                failed = false;
            } finally {
                if (failed) {
                    known = Optional.empty();
                }
                if (done) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        } catch (StoreException e) {
            throw new StagedRowsException(e.getMessage(), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It costs several questions about all tables, and a poll asks one. */
    private StagingLayout layout(Connection connection) throws SQLException {
        Optional<StagingLayout> found = known;
        if (found.isEmpty()) {
            found = Optional.of(StagingLayout.of(connection, wanted));
            known = found;
        }
        return found.get();
    }

    private StagedRowsException failure(SQLException failure) {
        // A batch keeps the reason in the next one.
        SQLException cause = failure.getNextException() == null ? failure : failure.getNextException();
        String reason = databases
                .withoutSecrets(wanted.source(), cause.getMessage())
                .lines()
                .findFirst()
                .orElse("");
        return new StagedRowsException("The " + name() + " cannot be used: " + reason, isPassing(cause));
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || failure.getErrorCode() == ALREADY_OPEN
                || state != null && PASSING.contains(state.substring(0, Math.min(2, state.length())));
    }
}
