package io.github.camelvtiger.changes;

import io.github.camelvtiger.client.SweepListener;
import java.time.Duration;
import java.util.EnumSet;

/** What the feed is asked for besides created and updated records. */
enum FeedWatch {
    NOTHING(false, false, false, false),
    DELETIONS(true, false, false, false),
    SILENT_CHANGES(false, true, false, false),
    FIELDS(false, false, true, false),
    ALL(true, true, true, false),
    OTHERS_CHANGES(false, false, false, true),
    OTHERS_CHANGES_AND_DELETIONS(true, true, false, true);

    final boolean deletions;
    final boolean sweep;
    final boolean fields;
    final boolean ignoresOwn;

    FeedWatch(boolean deletions, boolean sweep, boolean fields, boolean ignoresOwn) {
        this.deletions = deletions;
        this.sweep = sweep;
        this.fields = fields;
        this.ignoresOwn = ignoresOwn;
    }

    FeedSettings settings(StartFrom start, Duration verifyDelay, SweepListener sweeps) {
        return new FeedSettings(
                start,
                verifyDelay,
                deletions ? EnumSet.allOf(ChangeKind.class) : EnumSet.of(ChangeKind.CREATED, ChangeKind.UPDATED),
                new KnownOptions(FeedModel.PERIOD, 1, sweep ? FeedModel.PERIOD : null, fields, ignoresOwn, null),
                fields ? 11 : 1,
                sweeps);
    }
}
