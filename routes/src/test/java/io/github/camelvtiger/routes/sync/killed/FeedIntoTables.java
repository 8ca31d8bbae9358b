package io.github.camelvtiger.routes.sync.killed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.RunningSyncs;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The rows of a table follow the contacts, which change all the time. */
final class FeedIntoTables implements KilledSync, AutoCloseable {

    private final Surroundings surroundings;
    private final Handle database;

    FeedIntoTables(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.database = Jdbi.open(surroundings.addresses().database("warehouse"));
    }

    @Override
    public String name() {
        return "mirrored";
    }

    @Override
    public String file() {
        return "from: { crm: Contacts }\nto: { table: warehouse }\n";
    }

    /** By those who change the contacts. */
    @Override
    public void feed() {}

    /** Grows with the rows, and with the number of the last change that has come. */
    @Override
    public long progress() {
        try {
            return database.createQuery("select count(*)"
                            + " + coalesce(max(cast(nullif(substring(firstname, 2), '') as int)), 0) from contacts")
                    .mapTo(Long.class)
                    .one();
        } catch (JdbiException notThereYet) {
            return 0;
        }
    }

    @Override
    public boolean isDone() {
        return rows().equals(records());
    }

    private Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        database.createQuery("select id, lastname, firstname from contacts")
                .map((row, context) -> Map.entry(row.getString(1), row.getString(2) + " " + row.getString(3)))
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        return rows;
    }

    private Map<String, String> records() {
        Map<String, String> records = new TreeMap<>();
        surroundings
                .crm()
                .crm()
                .records("Contacts")
                .forEach(record ->
                        records.put(record.get("id"), record.get("lastname") + " " + record.get("firstname")));
        return records;
    }

    @Override
    public void compare(RunningSyncs syncs) {
        assertThat(rows()).isEqualTo(records());
        assertThat(syncs.store().rejects().open(name())).isEmpty();
    }

    @Override
    public void close() {
        database.close();
    }
}
