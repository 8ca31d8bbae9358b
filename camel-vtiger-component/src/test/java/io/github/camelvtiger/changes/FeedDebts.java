package io.github.camelvtiger.changes;

import java.util.HashSet;
import java.util.Set;

/** Which deletions and silent changes a feed must report: those of records that it had on disk when they happened. */
final class FeedDebts {

    private final ModelKnown known;
    private final Set<Long> deletions = new HashSet<>();
    private final Set<Long> silentChanges = new HashSet<>();
    private int losses;

    FeedDebts(ModelKnown known) {
        this.known = known;
    }

    void gone(long number) {
        forgiveAfterLoss();
        silentChanges.remove(number);
        if (known.numbers().contains(number)) {
            deletions.add(number);
        }
    }

    void back(long number) {
        deletions.remove(number);
    }

    void changedSilently(long number) {
        forgiveAfterLoss();
        if (known.hasAllHashes() && known.numbers().contains(number)) {
            silentChanges.add(number);
        }
    }

    Set<Long> deletions() {
        forgiveAfterLoss();
        return deletions;
    }

    Set<Long> silentChanges() {
        forgiveAfterLoss();
        return silentChanges;
    }

    private void forgiveAfterLoss() {
        if (known.losses() > losses) {
            losses = known.losses();
            deletions.clear();
            silentChanges.clear();
        }
    }
}
