package io.github.camelvtiger.routes.sync.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** References of moved records that are empty in the target, since what they refer to is not there yet, or never comes. */
public final class OpenReferences {

    private final Database database;

    OpenReferences(Database database) {
        this.database = database;
    }

    /**
     * One whose record has come meanwhile.
     *
     * @param source the record that refers, as it is called in the source, such as {@code Contacts 12x34}
     * @param module of the target
     * @param id of that record in the target
     * @param referred the id in the target of the record to which it refers
     */
    public record Due(String source, String module, String id, String field, String referred) {}

    /** How many records of a module have none in a field. */
    public record Count(String module, String field, long records) {}

    /**
     * What is open of records, in the place of what was.
     *
     * @param fields of each record that refers, the record that is wanted, both as the source calls them
     */
    public void put(String sync, Map<String, Map<String, String>> fields) {
        database.useTransaction(handle -> fields.forEach((source, wanted) -> {
            handle.createUpdate("delete from sync_reference where sync = :sync and source = :source")
                    .bind("sync", sync)
                    .bind("source", source)
                    .execute();
            wanted.forEach((field, record) -> insert(handle, sync, source, field, record));
        }));
    }

    private static void insert(Handle handle, String sync, String source, String field, String wanted) {
        handle.createUpdate(
                        "insert into sync_reference (sync, source, field, wanted) values (:sync, :source, :field, :wanted)")
                .bind("sync", sync)
                .bind("source", source)
                .bind("field", field)
                .bind("wanted", wanted)
                .execute();
    }

    /**
     * The records that have any, in order, a page at a time.
     *
     * @param after the last one of the page before; empty for the first page
     */
    public List<String> sources(String sync, String after, int most) {
        return database.withHandle(handle -> handle.createQuery(
                        "select distinct source from sync_reference where sync = :sync and source > :after"
                                + " order by source limit :most")
                .bind("sync", sync)
                .bind("after", after)
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    /** The records that have any to these, which are called as the source calls them. */
    public List<String> waitingFor(String sync, List<String> wanted) {
        return wanted.isEmpty()
                ? List.of()
                : database.withHandle(handle -> handle.createQuery(
                                "select distinct source from sync_reference where sync = :sync and wanted in (<wanted>)"
                                        + " order by source")
                        .bind("sync", sync)
                        .bindList("wanted", wanted)
                        .mapTo(String.class)
                        .list());
    }

    /** Of records, those that can be written now. */
    public List<Due> due(String sync, List<String> sources) {
        return database.withHandle(
                handle -> handle.createQuery("select r.source, l.module, l.record_id, r.field, w.record_id as referred"
                                + " from sync_reference r"
                                + " join sync_link l on l.sync = r.sync and l.source = r.source"
                                + " join sync_link w on w.sync = r.sync and w.source = r.wanted"
                                + " where r.sync = :sync and r.source in (<sources>) order by r.source, r.field")
                        .bind("sync", sync)
                        .bindList("sources", sources)
                        .map((row, context) -> new Due(
                                row.getString("source"),
                                row.getString("module"),
                                row.getString("record_id"),
                                row.getString("field"),
                                row.getString("referred")))
                        .list());
    }

    /** These are open no longer: they are written, or the CRM does not take them. */
    public void close(String sync, List<Due> references) {
        database.useTransaction(handle -> references.forEach(reference -> handle.createUpdate(
                        "delete from sync_reference where sync = :sync and source = :source and field = :field")
                .bind("sync", sync)
                .bind("source", reference.source())
                .bind("field", reference.field())
                .execute()));
    }

    /** These records are gone from the source. */
    public void remove(String sync, Collection<String> sources) {
        database.useTransaction(handle -> sources.forEach(
                source -> handle.createUpdate("delete from sync_reference where sync = :sync and source = :source")
                        .bind("sync", sync)
                        .bind("source", source)
                        .execute()));
    }

    /** Of records that are in the target. */
    public List<Count> counts(String sync) {
        return database.withHandle(
                handle -> handle.createQuery("select l.module, r.field, count(*) as records from sync_reference r"
                                + " join sync_link l on l.sync = r.sync and l.source = r.source"
                                + " where r.sync = :sync group by l.module, r.field order by l.module, r.field")
                        .bind("sync", sync)
                        .map((row, context) ->
                                new Count(row.getString("module"), row.getString("field"), row.getLong("records")))
                        .list());
    }
}
