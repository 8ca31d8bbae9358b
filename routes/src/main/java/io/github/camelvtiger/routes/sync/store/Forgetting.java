package io.github.camelvtiger.routes.sync.store;

import io.github.camelvtiger.client.RecordId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Erases what the store keeps of a record, or of everything that holds a value: the contents of the writes of each record that
 * ever held it, the rejects, the keys of messages and the names of moved files. That a write was made, by which run and for which row, is
 * kept, and so are ids: without them what a record has become elsewhere would not be known, and its deletion not be reported.
 */
public final class Forgetting {

    private static final int TOGETHER = 100;

    private static final int PATTERNS = 6;

    /** No text of JSON holds it. */
    private static final String NONE = "\u0000";

    private final Database database;

    Forgetting(Database database) {
        this.database = database;
    }

    /**
     * What was erased, or would be.
     *
     * @param records the ids of the records
     * @param writes how many writes
     * @param rejects the numbers of the rejects
     */
    public record Forgotten(Set<String> records, int writes, Set<Long> rejects) {}

    /**
     * @param what a record's id, or a value such as an e-mail address: as a whole, whatever its case
     * @param dry nothing is erased
     */
    public Forgotten forget(String what, boolean dry) {
        return database.inTransaction(handle -> {
            Set<String> records = new TreeSet<>(ids(handle, what));
            Set<Long> writes = writes(handle, what, records);
            Set<Long> rejects = rejects(handle, what, writes);
            if (!dry) {
                each(
                        handle,
                        "update sync_write set state = 'FORGOTTEN', record_id = null, stored = '{}', sent = '{}',"
                                + " answered = '{}', referrers = '{}', failure = null where id = :id",
                        writes);
                each(handle, "delete from sync_reject where id = :id", rejects);
                forgetKeys(handle, what, records);
                forgetFiles(handle, what, records);
            }
            return new Forgotten(records, writes.size(), rejects);
        });
    }

    /** The keys of messages about records. What records have become elsewhere is kept in the same place. */
    private static void forgetKeys(Handle handle, String what, Set<String> records) {
        for (String sources : endsWithId("source", records)) {
            handle
                    .createQuery("select sync, source, record_id from sync_link where lower(record_id) = :what or "
                            + sources)
                    .bind("what", what.toLowerCase(Locale.ROOT))
                    .map((row, context) ->
                            List.of(row.getString("sync"), row.getString("source"), row.getString("record_id")))
                    .list()
                    .stream()
                    .filter(link -> !RecordId.isOne(link.get(2)))
                    .forEach(
                            link -> handle.createUpdate("delete from sync_link where sync = :sync and source = :source")
                                    .bind("sync", link.get(0))
                                    .bind("source", link.get(1))
                                    .execute());
        }
    }

    /** Such a file moves again with the next change of its document. */
    private static void forgetFiles(Handle handle, String what, Set<String> records) {
        for (String sources : endsWithId("source", records)) {
            handle.createUpdate("delete from sync_file where lower(name) = :what or lower(target_name) = :what or "
                            + sources)
                    .bind("what", what.toLowerCase(Locale.ROOT))
                    .execute();
        }
    }

    /**
     * A source is the module and the id of a record; ids have no other characters than digits and an x.
     *
     * @return conditions for so many records each that a statement stays short; at least one
     */
    private static List<String> endsWithId(String column, Set<String> records) {
        List<String> ids = records.stream().filter(RecordId::isOne).toList();
        List<String> conditions = new ArrayList<>();
        for (int from = 0; from == 0 || from < ids.size(); from += TOGETHER) {
            conditions.add(ids.subList(from, Math.min(from + TOGETHER, ids.size())).stream()
                    .map(id -> column + " like '% " + id + "'")
                    .reduce("1 = 0", (one, other) -> one + " or " + other));
        }
        return conditions;
    }

    private static List<String> ids(Handle handle, String what) {
        return handle.createQuery("select distinct record_id from sync_write where record_id is not null and"
                        + " (record_id = :what or " + holds("sent", "stored", "answered") + ")")
                .bind("what", what)
                .bindMap(patterns(what))
                .mapTo(String.class)
                .list();
    }

    private static Set<Long> writes(Handle handle, String what, Set<String> records) {
        Set<Long> writes = new TreeSet<>(
                handle.createQuery("select id from sync_write where " + holds("sent", "stored", "answered"))
                        .bindMap(patterns(what))
                        .mapTo(Long.class)
                        .list());
        for (String record : records) {
            writes.addAll(handle.createQuery("select id from sync_write where record_id = :record")
                    .bind("record", record)
                    .mapTo(Long.class)
                    .list());
        }
        return writes;
    }

    /** Those whose row holds the value, and those that have written to the records. */
    private static Set<Long> rejects(Handle handle, String what, Set<Long> writes) {
        Set<Long> rejects = new TreeSet<>(handle.createQuery("select id from sync_reject where " + holds("payload"))
                .bindMap(patterns(what))
                .mapTo(Long.class)
                .list());
        for (Long write : writes) {
            handle.createQuery("select reject from sync_write where id = :id and reject is not null")
                    .bind("id", write)
                    .mapTo(Long.class)
                    .findOne()
                    .ifPresent(rejects::add);
        }
        return rejects;
    }

    private static void each(Handle handle, String statement, Collection<Long> ids) {
        for (Long id : ids) {
            handle.createUpdate(statement).bind("id", id).execute();
        }
    }

    private static String holds(String... columns) {
        List<String> conditions = new ArrayList<>();
        for (String column : columns) {
            for (int pattern = 0; pattern < PATTERNS; pattern++) {
                conditions.add("lower(" + column + ") like :pattern" + pattern + " escape '!'");
            }
        }
        return "(" + String.join(" or ", conditions) + ")";
    }

    /** As the value of a field, or as one of a list; a number is without quotes. The name of a field is neither. */
    private static Map<String, String> patterns(String what) {
        String text = StoredJson.value(what).toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
        String number = isNumber(what) ? what : NONE;
        List<String> found = List.of(
                "%:" + text + "%",
                "%[" + text + "%",
                "%," + text + ",%",
                "%," + text + "]%",
                "%:" + number + ",%",
                "%:" + number + "}%");
        Map<String, String> bound = new HashMap<>();
        for (int index = 0; index < found.size(); index++) {
            bound.put("pattern" + index, found.get(index));
        }
        return bound;
    }

    private static boolean isNumber(String text) {
        try {
            return new BigDecimal(text).toPlainString().equals(text);
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
