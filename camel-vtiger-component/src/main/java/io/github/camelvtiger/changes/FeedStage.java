package io.github.camelvtiger.changes;

import java.util.Optional;

/**
 * One of the things that each poll does in turn: reading the passes, and what else the options ask for. A poll ends at
 * the first batch that is not whole, and the later stages wait for the next one. For one thread.
 */
interface FeedStage {

    /** This stage's turn in a poll has come: the stages before it have nothing more to do. */
    void begin();

    /**
     * What comes next. The batch before it is settled and whole. A batch without changes may move the cursor all the
     * same.
     *
     * @param atMost how many changes to hand out, 1 or more
     * @return empty when this stage has nothing more to do in this poll
     */
    Optional<FeedBatch> next(int atMost);
}
