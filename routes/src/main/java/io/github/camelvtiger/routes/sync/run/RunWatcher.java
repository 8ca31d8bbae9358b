package io.github.camelvtiger.routes.sync.run;

/** Sees how far a run is, for whoever waits for its end. */
public interface RunWatcher {

    /** Nobody waits. */
    RunWatcher NONE = (doing, done, total) -> {};

    /**
     * @param doing what is done with the rows, such as {@code written}
     * @param done how many rows that has been done with
     * @param total how many there are; -1 if that is not known
     */
    void rows(String doing, long done, long total);

    /** The run has ended. */
    default void over() {}
}
