package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.client.ReferenceField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an undo would do, and what it leaves alone.
 *
 * @param changes fields that go back to their values before the run
 * @param recreations records that the run deleted
 * @param removals records that the run created, those that refer to others first
 * @param stays what was changed since the run, or cannot be taken back
 * @param recreated what an earlier undo of the run has created again, the new ids by the old ones
 */
public record UndoPlan(
        List<Change> changes,
        List<Recreation> recreations,
        List<Removal> removals,
        List<Stays> stays,
        Map<RecordId, RecordId> recreated) {

    public UndoPlan {
        changes = List.copyOf(changes);
        recreations = List.copyOf(recreations);
        removals = List.copyOf(removals);
        stays = List.copyOf(stays);
        recreated = Map.copyOf(recreated);
    }

    /** A value now, and the one before the run; null for none. */
    public record Values(Object now, Object before) {}

    /** Fields of one record. */
    public record Change(String module, RecordId id, Map<String, Values> fields) {}

    /**
     * A record that is created again, with a new id.
     *
     * @param fields in which ids of records that are created again as well are the old ones
     * @param references fields of other records that are empty since, and are to refer to it again
     * @param lost what the API cannot restore
     */
    public record Recreation(
            String module,
            RecordId id,
            Map<String, Object> fields,
            Map<ReferenceField, List<RecordId>> references,
            List<String> lost) {}

    /**
     * A record that is deleted.
     *
     * @param modifiedTime as the CRM answered it to the run's last write
     * @param circle those that refer to it and are deleted after it, since they refer to each other
     */
    public record Removal(String module, RecordId id, String modifiedTime, Set<RecordId> circle) {}

    /**
     * @param field empty for the whole record
     * @param reason as the rest of a sentence
     */
    public record Stays(String module, RecordId id, Optional<String> field, String reason) {

        @Override
        public String toString() {
            return field.map(name -> name + " of ").orElse("") + module + " " + id + ": " + reason;
        }
    }

    public boolean isEmpty() {
        return changes.isEmpty() && recreations.isEmpty() && removals.isEmpty();
    }

    /** The plan for people: first what is better done otherwise, then the counts, then what stays and what is lost. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (!recreations.isEmpty()) {
            lines.add("Deleted records: the CRM's own Recycle Bin restores them with their ids, relations and history."
                    + " Look there first; what it has restored an undo leaves alone.");
        }
        long fields =
                changes.stream().mapToLong(change -> change.fields().size()).sum();
        lines.add(fields + " fields of " + changes.size() + " records go back, " + removals.size()
                + " created records are deleted, " + recreations.size() + " deleted records are created again, "
                + stays.size() + " things stay.");
        if (!recreated.isEmpty()) {
            lines.add(recreated.size() + " deleted records were created again by an earlier undo of the run.");
        }
        for (Recreation recreation : recreations) {
            lines.add(recreation.module() + " " + recreation.id() + " gets a new id and loses "
                    + String.join(", ", recreation.lost()) + ".");
        }
        stays.forEach(each -> lines.add("stays: " + each));
        return lines;
    }
}
