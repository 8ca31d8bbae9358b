package io.github.camelvtiger.routes.sync.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;

/** Rows of one table: written by their key, and read. */
final class TableRows {

    private static final int TOGETHER = 500;

    private final TableDatabase database;
    private final ModuleTable table;

    TableRows(TableDatabase database, ModuleTable table) {
        this.database = database;
        this.table = table;
    }

    ModuleTable table() {
        return table;
    }

    /** Inserts rows, or changes those that are there, all of their columns. No two of them have the same key. */
    void put(Handle handle, Collection<Map<String, Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<String> columns = table.columns().stream().map(TableColumn::name).toList();
        PreparedBatch batch = handle.prepareBatch(database.dialect().upsert(table.name(), table.key(), columns));
        for (Map<String, Object> row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                batch.bind(i, database.dialect().bound(row.get(columns.get(i))));
            }
            batch.add();
        }
        batch.execute();
    }

    /** Removes the rows with these values in a column. */
    void remove(Handle handle, String column, Collection<String> values) {
        for (List<String> part : parts(values)) {
            handle.createUpdate(sql("delete from {" + table.name() + "} where {" + column + "} in (<values>)"))
                    .bindList("values", part)
                    .execute();
        }
    }

    /** Removes the rows with these values in two columns. */
    void remove(Handle handle, String column, String value, String second, Object secondValue) {
        handle.createUpdate(
                        sql("delete from {" + table.name() + "} where {" + column + "} = ? and {" + second + "} = ?"))
                .bind(0, value)
                .bind(1, database.dialect().bound(secondValue))
                .execute();
    }

    /** Removes the line items of some records that have no row of their own. */
    void removeOrphans(Handle handle, Collection<String> parents, TableRows records) {
        for (List<String> part : parts(parents)) {
            handle.createUpdate(sql("delete from {" + table.name() + "} where {" + ModuleTable.PARENT
                            + "} in (<values>)" + isOrphan(records)))
                    .bindList("values", part)
                    .execute();
        }
    }

    /** Those of some records that have line items and no row of their own. */
    List<String> orphans(Handle handle, Collection<String> parents, TableRows records) {
        List<String> found = new ArrayList<>();
        for (List<String> part : parts(parents)) {
            handle.createQuery(distinct(ModuleTable.PARENT, " where {parent_id} in (<values>)" + isOrphan(records)))
                    .bindList("values", part)
                    .mapTo(String.class)
                    .forEach(found::add);
        }
        return found;
    }

    /** The same for those whose ids are in a range. */
    List<String> orphans(Handle handle, IdRange range, TableRows records) {
        return inRange(handle, ModuleTable.PARENT, range, isOrphan(records));
    }

    private String isOrphan(TableRows records) {
        return " and not exists (select 1 from {" + records.table.name() + "} where {" + records.table.name()
                + "}.{id} = {" + table.name() + "}.{parent_id})";
    }

    /** Sets a column of the rows with these values in another one, if it has none. */
    void mark(Handle handle, String mark, Object value, String column, Collection<String> values) {
        for (List<String> part : parts(values)) {
            handle.createUpdate(sql("update {" + table.name() + "} set {" + mark + "} = :mark where {" + mark
                            + "} is null and {" + column + "} in (<values>)"))
                    .bind("mark", database.dialect().bound(value))
                    .bindList("values", part)
                    .execute();
        }
    }

    /**
     * The rows with these values in a column, in the order of their keys.
     *
     * @param also a further condition that begins with {@code and}, with names in braces; empty for none
     */
    List<Map<String, Object>> find(Handle handle, String column, Collection<String> values, String also) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<String> part : parts(values)) {
            read(
                    handle.createQuery(select(" where {" + column + "} in (<values>)" + also + " order by "
                                    + String.join(
                                            ", ",
                                            table.key().stream()
                                                    .map(key -> "{" + key + "}")
                                                    .toList())))
                            .bindList("values", part),
                    rows::add);
        }
        return rows;
    }

    /** Which of some ids there are; {@code also} as above. */
    List<String> ids(Handle handle, Collection<String> ids, String also) {
        List<String> found = new ArrayList<>();
        for (List<String> part : parts(ids)) {
            handle.createQuery(distinct(ModuleTable.ID, " where {id} in (<values>)" + also))
                    .bindList("values", part)
                    .mapTo(String.class)
                    .forEach(found::add);
        }
        return found;
    }

    /** The ids of a range that there are; {@code also} as above. */
    List<String> ids(Handle handle, IdRange range, String also) {
        return inRange(handle, ModuleTable.ID, range, also);
    }

    private List<String> inRange(Handle handle, String column, IdRange range, String also) {
        String name = "{" + column + "}";
        return handle.createQuery(distinct(
                        column, " where " + name + " between ? and ? and char_length(" + name + ") = ?" + also))
                .bind(0, range.first())
                .bind(1, range.last())
                .bind(2, range.length())
                .mapTo(String.class)
                .list();
    }

    /** The next ids behind one, in the order of their texts; {@code also} as above. */
    List<String> idsBehind(Handle handle, String id, String also) {
        return handle.createQuery(
                        distinct(ModuleTable.ID, " where {id} > ?" + also + " order by {id} limit " + TOGETHER))
                .bind(0, id)
                .mapTo(String.class)
                .list();
    }

    private String distinct(String column, String rest) {
        return sql("select distinct {" + column + "} from {" + table.name() + "}" + rest);
    }

    private String select(String rest) {
        return sql("select "
                + String.join(
                        ", ",
                        table.columns().stream()
                                .map(column -> "{" + column.name() + "}")
                                .toList())
                + " from {" + table.name() + "}" + rest);
    }

    private void read(Query query, Consumer<Map<String, Object>> each) {
        query.map((row, context) -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    for (int i = 0; i < table.columns().size(); i++) {
                        TableColumn column = table.columns().get(i);
                        values.put(column.name(), database.dialect().read(row, i + 1, column.type()));
                    }
                    return values;
                })
                .forEach(each);
    }

    private String sql(String statement) {
        return database.dialect().withNames(statement);
    }

    private static List<List<String>> parts(Collection<String> values) {
        List<String> all = values.stream().distinct().toList();
        List<List<String>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            parts.add(all.subList(from, Math.min(from + TOGETHER, all.size())));
        }
        return parts;
    }
}
