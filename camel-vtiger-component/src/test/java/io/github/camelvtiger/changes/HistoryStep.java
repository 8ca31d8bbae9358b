package io.github.camelvtiger.changes;

/** One thing that happens in a model's history; times in milliseconds. */
sealed interface HistoryStep {

    /** So many records are created at once; their fields land after the gaps. */
    record Create(int count, long firstGap, long secondGap) implements HistoryStep {}

    /** So many records, from the given one on, are saved again at once. */
    record Edit(int from, int count, long firstGap, long secondGap) implements HistoryStep {}

    record Pass(long millis) implements HistoryStep {}

    /** @param atMost how many changes the poll may hand out */
    record Poll(long seed, int atMost, FeedModel.Accident accident) implements HistoryStep {}

    /** The CRM's clock is set forward or back. */
    record ClockStep(long millis) implements HistoryStep {}
}
