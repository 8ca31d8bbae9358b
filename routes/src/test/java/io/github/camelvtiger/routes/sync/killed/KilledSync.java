package io.github.camelvtiger.routes.sync.killed;

import io.github.camelvtiger.routes.sync.RunningSyncs;

/** One of the syncs of a process that is killed: what it is fed with, and what must have become of that in the end. */
interface KilledSync {

    String name();

    /** The sync file. */
    String file();

    /** Before each start of the process: there is more to do then than is done until it is killed. */
    void feed() throws Exception;

    /** Grows with what has arrived at the target. */
    long progress() throws Exception;

    /** Whether all of what it was fed with has arrived. */
    boolean isDone() throws Exception;

    /** Compares both sides, once all is done; fails if anything was lost or duplicated. */
    void compare(RunningSyncs syncs) throws Exception;
}
