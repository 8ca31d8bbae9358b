package io.github.camelvtiger.simulator.kind;

import io.github.camelvtiger.simulator.metadata.FieldMetadata;
import io.github.camelvtiger.simulator.metadata.ModuleMetadata;
import io.github.camelvtiger.simulator.operation.RefusedStatement;
import io.github.camelvtiger.simulator.operation.ServerCrash;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import io.github.camelvtiger.simulator.store.CrmStore;
import io.github.camelvtiger.simulator.store.CrmUser;
import io.github.camelvtiger.simulator.store.ModuleTable;
import io.github.camelvtiger.simulator.store.RowRules;
import io.github.camelvtiger.simulator.store.StoredRow;
import io.github.camelvtiger.simulator.value.SentElement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rules of one module that differ from those of all others: one class for each odd module, without state. The defaults
 * are those of a module without oddities.
 */
public interface ModuleKind extends RowRules {

    // Rights of the profile that ordinary users of a fresh server have

    /** Whether users who are not administrators may create records. */
    default boolean createdByOthers() {
        return true;
    }

    /** Whether users who are not administrators may change and delete records that they may read. */
    default boolean changedByOthers() {
        return true;
    }

    // Creating

    /** @throws WebserviceException if the server makes no record of the element, although its checks let it pass */
    default void refuseNew(SentElement element, CrmStore store) {}

    /** Whether there is one record only, which a create changes; it is number 1 when it is made again. */
    default boolean single() {
        return false;
    }

    /** Whether the number of the last record is given again once that record was deleted. */
    default boolean numberedAfterLast() {
        return false;
    }

    // Owners

    /** Whether a reference to it is checked as an owner is. */
    default boolean referredAsOwner() {
        return false;
    }

    /** Whether the user, who is not an administrator, may give records of the module to the row of this number. */
    default boolean assignable(long number, ModuleMetadata module, CrmUser user, CrmStore store) {
        return false;
    }

    // What a save stores beside the fields that were sent

    /** Texts of what is not a field, but stored with the record. */
    default Map<String, String> beside(SentElement element, CrmStore store) {
        return Map.of();
    }

    /** Texts of a new record that the server makes up, whatever was sent. */
    default Map<String, String> made(SentElement element, CrmStore store) {
        return Map.of();
    }

    /** Fields that an update leaves as they are if they are not sent, although it empties all others of its kind. */
    default Set<String> keptByUpdate() {
        return Set.of();
    }

    /** @param stored the texts of the new record by field */
    default Map<String, String> created(UnaryOperator<String> stored, CrmUser user) {
        return derived(stored, user);
    }

    /** @param changed the record with what is being changed */
    default Map<String, String> changed(StoredRow changed, SentElement element, CrmUser user) {
        return derived(changed::value, user);
    }

    /** Fields computed from others whenever a record is saved. */
    default Map<String, String> derived(UnaryOperator<String> stored, CrmUser user) {
        return Map.of();
    }

    /**
     * What a save computes from the state before it, or from the day.
     *
     * @param before without values for a new record
     * @param today yyyy-mm-dd
     */
    default Map<String, String> computed(
            StoredRow before, Map<String, String> changes, SentElement element, CrmUser user, String today) {
        return Map.of();
    }

    /**
     * Whether an update leaves the description encoded, as it has read and written it, if none or the same is sent
     * ({@code change-feed.md §5}).
     */
    default boolean descriptionReencoded() {
        return true;
    }

    /** What becomes of the request's files. */
    default FileRule files() {
        return FileRule.NONE;
    }

    /**
     * After the database refused the row of a new record, for a NULL if none may be; the server notices nothing unless
     * other statements need the row.
     *
     * @throws RefusedStatement if they do
     */
    default void refused() {}

    /** Whether the record's other tables are read by way of the module's own, so that nothing of them shows without it. */
    default boolean readThroughOwnTable() {
        return true;
    }

    /**
     * After the record is stored, which it stays whatever happens here.
     *
     * @throws WebserviceException if the call ends with an error all the same
     */
    default void saved(SavedRecord saved) {}

    // Answers

    /** Whether answers have a label. */
    default boolean labelled() {
        return true;
    }

    /** Whether a record whose name is blank has a label, which is blank too. */
    default boolean labelledWhenBlank() {
        return true;
    }

    /** Whether the answer to revise has a label, although others have none. */
    default boolean labelledOnRevise() {
        return false;
    }

    /** Fields that only queries return. */
    default Set<String> onlyQueried() {
        return Set.of();
    }

    /** Whether a save ends in a workflow as the administrator, whose star its answer then shows. */
    default boolean answeredAsAdministrator() {
        return false;
    }

    /** Adds what answers have beside fields and label. */
    default void complete(Map<String, Object> answer, StoredRow row, CrmStore store) {}

    /** The fields that queries know, which may depend on the data of the server. */
    default List<FieldMetadata> fields(List<FieldMetadata> fields, CrmStore store) {
        return fields;
    }

    /** The fields that {@code describe} gives, which may depend on the data of the server. */
    default List<?> described(List<?> fields, CrmStore store) {
        return fields;
    }

    /** Whether {@code listtypes} finds the module by a field of this type that it has. */
    default boolean foundByType(String fieldType) {
        return true;
    }

    // Queries, files and sync

    /** Whether queries find the record. */
    default boolean found(StoredRow row) {
        return !row.deleted();
    }

    /** Whether a record that the server knows by its id can be read and written. */
    default boolean there(StoredRow row) {
        return true;
    }

    /** The rows that queries read: the module's own, unless others lie in the same table of the database. */
    default ModuleTable queried(ModuleTable own, CrmStore store) {
        return own;
    }

    /** A field whose index has all that a query for it and the id wants, as the query plans of an 8.2.0 show. */
    default Optional<String> coveringIndex() {
        return Optional.empty();
    }

    /** Whether {@code files_retrieve} returns a record's first file, whichever of its files is asked for. */
    default boolean firstFileOnly() {
        return false;
    }

    /**
     * Whether {@code sync} reports changes of the module.
     *
     * @throws ServerCrash if the server fails over it
     */
    default boolean synced() {
        return true;
    }

    /** Adds to a record of {@code sync} what the server puts under other names. */
    default void completeSync(Map<String, Object> record, StoredRow row) {}
}
