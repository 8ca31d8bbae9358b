package io.github.camelvtiger.changes;

/** One thing that happens in a model's history; times in milliseconds. */
sealed interface HistoryStep {

    /** So many records are created at once; their fields land after the gaps. */
    record Create(int count, long firstGap, long secondGap) implements HistoryStep {}

    /** So many records, from the given one on, are saved again at once. */
    record Edit(int from, int count, long firstGap, long secondGap) implements HistoryStep {}

    record Pass(long millis) implements HistoryStep {}

    /** The process is stopped as it should be, and started again after a time. */
    record Down(long millis) implements HistoryStep {}

    /** @param atMost how many changes the poll may hand out */
    record Poll(long seed, int atMost, FeedAccident accident) implements HistoryStep {}

    /** The CRM's clock is set forward or back. */
    record ClockStep(long millis) implements HistoryStep {}

    /** So many records, from the given one on, are deleted. */
    record Delete(int from, int count) implements HistoryStep {}

    /** So many records change without their time of modification. */
    record ChangeSilently(int from, int count) implements HistoryStep {}

    /** A record goes to an owner whose records the user does not see, or comes back. */
    record ChangeOwner(int from) implements HistoryStep {}

    /** The application's own producer saves a record; its answer comes when all fields have landed. */
    record OwnEdit(int from, long firstGap, long secondGap) implements HistoryStep {}

    /** The application's own producer makes a record. */
    record OwnCreate(long firstGap, long secondGap) implements HistoryStep {}

    /** The application's own producer deletes a record. */
    record OwnDelete(int from) implements HistoryStep {}

    /** What the feed knows of the records is damaged on disk, or gone at its next start. */
    record LoseKnown(boolean gone) implements HistoryStep {}
}
