package io.github.camelvtiger.changes;

import java.time.Duration;

/**
 * What a feed makes of its knowledge of the records.
 *
 * @param deletedCheckPeriod how often deleted records are looked for, where deletions are handed out
 * @param maxDeletedShare a feed stops when more of the known records are missing at once, from 0 to 1
 * @param sweepPeriod within which a change that moved no clock is found; null for no sweep
 * @param changedFields whether a change names the fields that differ from the last delivery
 * @param ignoreOwnChanges whether what this application's producers wrote is not handed out
 * @param narrowing the condition that the feed's records fulfil; null for none
 */
public record KnownOptions(
        Duration deletedCheckPeriod,
        double maxDeletedShare,
        Duration sweepPeriod,
        boolean changedFields,
        boolean ignoreOwnChanges,
        String narrowing) {

    /** Deletions are looked for every hour where they are wanted, and nothing else is. */
    public static final KnownOptions DEFAULT = new KnownOptions(Duration.ofHours(1), 0.2, null, false, false, null);

    boolean sweeps() {
        return sweepPeriod != null;
    }

    /** @param deletions whether deletions are handed out */
    KnownLevel level(boolean deletions) {
        if (changedFields || ignoreOwnChanges) {
            return KnownLevel.FIELDS;
        }
        if (sweeps()) {
            return KnownLevel.HASHES;
        }
        return deletions ? KnownLevel.IDS : KnownLevel.NOTHING;
    }
}
