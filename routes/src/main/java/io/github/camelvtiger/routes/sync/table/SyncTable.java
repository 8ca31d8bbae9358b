package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.routes.sync.definition.Target.Table.Evolution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The table {@code _syncs}, which has a row for each module of each sync: how far its table is. It is written in the transactions of the
 * rows themselves, so it is never ahead of them, nor behind.
 */
public final class SyncTable {

    private static final String NAME = "_syncs";
    private static final String BETWEEN = ",";

    /** The position of a fill that has written nothing yet; there is none if it must begin. */
    private static final String BEGUN = "";

    private static final ModuleTable TABLE = new ModuleTable(
            "",
            NAME,
            List.of(
                    column("sync", ColumnType.text(100), "The sync's name"),
                    column("module", ColumnType.text(100), "The module"),
                    column("position_time", ColumnType.TIMESTAMP, "When the last record was changed that was written"),
                    column("position_id", ColumnType.ID, "Its id"),
                    column("columns", ColumnType.TEXT, "The columns that have fields of the module"),
                    column("filling", ColumnType.BOOLEAN, "Whether the table is being filled"),
                    column("fill_position", ColumnType.ID, "The record up to which it is"),
                    column("verified_until", ColumnType.TIMESTAMP, "Until when it is proven to be as the CRM was")),
            List.of("sync", "module"));

    private final TableDatabase database;
    private final String sync;
    private final String module;

    SyncTable(TableDatabase database, String sync, String module) {
        this.database = database;
        this.sync = sync;
        this.module = module;
    }

    /**
     * The row.
     *
     * @param columns those that have fields of the module, and for each that has hashes its {@link HiddenColumns#mark}
     * @param filling whether a fill has begun, and has not come to its end
     * @param fillPosition the record up to which that is; empty at its beginning
     */
    public record State(
            Optional<Instant> position,
            Set<String> columns,
            boolean filling,
            Optional<String> fillPosition,
            Optional<Instant> verifiedUntil) {}

    private static TableColumn column(String name, ColumnType type, String comment) {
        return new TableColumn(name, "", type, comment);
    }

    /** Makes the table if it is not there. */
    void make() {
        new TableSchema(database, Evolution.EVOLVE).bring(TABLE, Set.of(), HiddenColumns.NONE);
    }

    /** A sync has another name. To do it again changes nothing. */
    public static void rename(TableDatabase database, String from, String to) {
        new TableSchema(database, Evolution.EVOLVE).bring(TABLE, Set.of(), HiddenColumns.NONE);
        Dialect dialect = database.dialect();
        database.useTransaction(handle -> {
            boolean isDone = handle.createQuery(dialect.withNames("select count(*) from {_syncs} where {sync} = ?"))
                            .bind(0, from)
                            .mapTo(Long.class)
                            .one()
                    == 0;
            if (!isDone) {
                // Of a sync of that name that is not there any more.
                handle.execute(dialect.withNames("delete from {_syncs} where {sync} = ?"), to);
                handle.execute(dialect.withNames("update {_syncs} set {sync} = ? where {sync} = ?"), to, from);
            }
        });
    }

    /** What is known of the module; empty if it never had a table of this sync. */
    public Optional<State> find() {
        return database.inTransaction(handle -> handle.createQuery(sql(
                        "select {position_time}, {columns}, {filling}, {fill_position}, {verified_until} from {_syncs}"
                                + " where {sync} = ? and {module} = ?"))
                .bind(0, sync)
                .bind(1, module)
                .map((row, context) -> new State(
                        Optional.ofNullable(database.dialect().instant(row, 1)),
                        columns(row.getString(2)),
                        row.getBoolean(3),
                        Optional.ofNullable(row.getString(4)).filter(id -> !id.equals(BEGUN)),
                        Optional.ofNullable(database.dialect().instant(row, 5))))
                .findOne());
    }

    private static Set<String> columns(String text) {
        return text == null || text.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(text.split(BETWEEN)));
    }

    /** The table has these columns of fields now. */
    void has(Handle handle, Set<String> columns, boolean filling) {
        String text = String.join(BETWEEN, columns);
        int updated = execute(
                handle,
                "update {_syncs} set {columns} = ?, {filling} = ?, {fill_position} = null where {sync} = ? and {module} = ?",
                text,
                filling,
                sync,
                module);
        if (updated == 0) {
            execute(
                    handle,
                    "insert into {_syncs} ({columns}, {filling}, {sync}, {module}) values (?, ?, ?, ?)",
                    text,
                    filling,
                    sync,
                    module);
        }
    }

    /** Rows were written up to a record that was changed at a time. */
    void reached(Handle handle, Instant time, String id) {
        execute(
                handle,
                "update {_syncs} set {position_time} = ?, {position_id} = ? where {sync} = ? and {module} = ?",
                time,
                id,
                sync,
                module);
    }

    /** A fill begins, if one is needed; whatever the table lacks from now on needs another one. */
    void beginFill() {
        database.useTransaction(handle -> execute(
                handle,
                "update {_syncs} set {fill_position} = ? where {filling} = ? and {sync} = ? and {module} = ?",
                BEGUN,
                true,
                sync,
                module));
    }

    /**
     * The fill has written rows up to a record.
     *
     * @param former the position before; empty at its beginning
     * @return false if the table lacks more than it did, so that the fill must begin again
     */
    boolean filled(Optional<String> former, String id) {
        return database.inTransaction(handle -> execute(
                        handle,
                        "update {_syncs} set {fill_position} = ? where {fill_position} = ? and {sync} = ? and {module} = ?",
                        id,
                        former.orElse(BEGUN),
                        sync,
                        module))
                > 0;
    }

    /**
     * The table has what it lacked.
     *
     * @param position that of the fill; empty if it has none
     * @return false if it lacks something else since then
     */
    boolean isFilled(Optional<String> position) {
        return database.inTransaction(handle -> execute(
                        handle,
                        "update {_syncs} set {filling} = ?, {fill_position} = null where {fill_position} = ? and {sync} = ?"
                                + " and {module} = ?",
                        false,
                        position.orElse(BEGUN),
                        sync,
                        module))
                > 0;
    }

    /** The table is proven to be as the CRM was at a time. */
    public void verified(Instant until) {
        database.useTransaction(handle -> execute(
                handle,
                "update {_syncs} set {verified_until} = ? where {sync} = ? and {module} = ?",
                until,
                sync,
                module));
    }

    private int execute(Handle handle, String statement, Object... values) {
        List<Object> bound = new ArrayList<>();
        for (Object value : values) {
            bound.add(database.dialect().bound(value));
        }
        return handle.execute(sql(statement), bound.toArray());
    }

    private String sql(String statement) {
        return database.dialect().withNames(statement);
    }
}
