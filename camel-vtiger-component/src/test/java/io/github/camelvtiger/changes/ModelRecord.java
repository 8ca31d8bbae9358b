package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.RecordId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One record of a {@link ModelCrm}: its saves, whose fields land later than their time; in milliseconds since the beginning. */
final class ModelRecord {

    /** A write of one field that becomes visible at a time of its own. */
    private record Landing(long at, boolean first, int version) {}

    private final Instant created;
    private final List<Landing> landings = new ArrayList<>();
    private Instant modified;
    private long savedAt;
    private long lockedUntil;
    private int versions;
    private int stock;
    private boolean hidden;

    ModelRecord(Instant clock) {
        created = clock.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A save stamps its time at once, and waits for the lock of the one before. */
    void save(long now, Instant clock, long firstGap, long secondGap) {
        modified = clock.truncatedTo(ChronoUnit.SECONDS);
        savedAt = now;
        versions++;
        long free = Math.max(now, lockedUntil);
        landings.add(new Landing(free + firstGap, true, versions));
        landings.add(new Landing(free + firstGap + secondGap, false, versions));
        lockedUntil = free + firstGap + secondGap;
    }

    void changeSilently() {
        stock++;
    }

    void changeOwner() {
        hidden = !hidden;
    }

    boolean isHidden() {
        return hidden;
    }

    Instant modified() {
        return modified;
    }

    long savedAt() {
        return savedAt;
    }

    long lockedUntil() {
        return lockedUntil;
    }

    int versions() {
        return versions;
    }

    /** What is to be seen of it; empty before its first field has landed. */
    Optional<RecordState> state(RecordId id, long now, int request) {
        int first = landed(true, now);
        if (first == 0) {
            return Optional.empty();
        }
        Map<String, Object> fields = Map.of(
                "id", id.toString(),
                "modifiedtime", ModelCrm.text(modified),
                "modifiedby", "19x" + request,
                "stock", String.valueOf(stock),
                "first", String.valueOf(first),
                "second", String.valueOf(landed(false, now)));
        return Optional.of(new RecordState(id, modified, created, fields));
    }

    private int landed(boolean first, long now) {
        return landings.stream()
                .filter(landing -> landing.first == first && landing.at <= now)
                .mapToInt(Landing::version)
                .max()
                .orElse(0);
    }
}
