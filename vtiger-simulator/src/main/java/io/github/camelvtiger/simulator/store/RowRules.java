package io.github.camelvtiger.simulator.store;

import java.util.Map;

/** What is odd about the rows of one module. The defaults are those of a module without oddities. */
public interface RowRules {

    /** Fields by the module whose records are deleted together with the record they refer to. */
    default Map<String, String> deletedTogether() {
        return Map.of();
    }

    /**
     * Fields by module whose number is cleared when the record they refer to is deleted; in all others it stays, and
     * queries still find it.
     */
    default Map<String, String> clearedOnDelete() {
        return Map.of();
    }

    /** Whether records are assigned to these rows, and lose their owner with them. */
    default boolean losesOwnedRecords() {
        return false;
    }

    /** Whether a row of an actor type stays when it is deleted, with 1 in its field {@code deleted}. */
    default boolean markedAsDeleted() {
        return false;
    }

    /** Whether references still find a record that was deleted. */
    default boolean foundAfterDelete() {
        return false;
    }

    /** Whether its rows are numbered in the one sequence of users and groups. */
    default boolean numberedWithUsers() {
        return false;
    }

    /** Whether queries return its records to every user, private or not. */
    default boolean queriedByEveryone() {
        return false;
    }

    /** Whether a record says itself, in {@code visibility}, who else may read it; being above its owner does not count then. */
    default boolean readByVisibility() {
        return false;
    }
}
