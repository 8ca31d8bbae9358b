package io.github.camelvtiger.routes.csv;

import java.util.concurrent.atomic.LongAdder;

/** What became of the rows of one file, counted; safe for many threads. */
final class RowOutcomes {

    private final String noun;
    private final LongAdder created = new LongAdder();
    private final LongAdder revised = new LongAdder();
    private final LongAdder rejected = new LongAdder();

    /** @param noun what one row makes, such as Lead */
    RowOutcomes(String noun) {
        this.noun = noun;
    }

    void countCreated() {
        created.increment();
    }

    void countRevised() {
        revised.increment();
    }

    void countRejected() {
        rejected.increment();
    }

    boolean hasRejected() {
        return rejected.sum() > 0;
    }

    @Override
    public String toString() {
        return created + " " + noun + "(s) created"
                + (revised.sum() == 0 ? "" : ", " + revised + " " + noun + "(s) revised")
                + (hasRejected() ? ", " + rejected + " row(s) rejected" : "");
    }
}
