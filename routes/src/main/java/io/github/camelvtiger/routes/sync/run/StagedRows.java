package io.github.camelvtiger.routes.sync.run;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Rows that wait in a table, which notes at each what became of it. Every method throws a {@link StagedRowsException} if the table
 * cannot be used.
 */
public interface StagedRows extends RowOutcomes {

    /**
     * A row that waits.
     *
     * @param place such as {@code row 17}, by its key
     * @param cells its columns, but for those in which its state is noted
     */
    record Waiting(String place, Map<String, Object> cells) {}

    /** Takes rows. */
    interface Taker {
        void take(Waiting row) throws IOException;
    }

    /** As people call the table. */
    String name();

    /** Whether rows wait. */
    boolean isAnyWaiting();

    /**
     * Hands the rows out that wait, in the order of their keys.
     *
     * @param stopped whether those wait, too, that a limit has stopped
     * @param takes whether it is noted at each that it is being worked on
     * @param confirm asked behind the last row; if it says no, nothing is noted
     * @return how many they are
     */
    long take(boolean stopped, boolean takes, Taker taker, BooleanSupplier confirm) throws IOException;

    /** Rows that are being worked on are not: a limit has stopped their run. */
    void stop(List<Map<String, Object>> rows, String sentence);
}
