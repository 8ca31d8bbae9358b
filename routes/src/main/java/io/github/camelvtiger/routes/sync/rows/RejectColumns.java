package io.github.camelvtiger.routes.sync.rows;

/** What a file of rejects has beside the cells of its rows. Readers take these names out of the cells, so no source has them. */
final class RejectColumns {

    /** The id of the reject, which is closed when its row comes again and is taken. */
    static final String REJECT = "_reject";

    /** Why the row was rejected. */
    static final String REASON = "_reason";

    /** Of JSON Lines: a line that is not a JSON object, as it is. */
    static final String LINE = "_line";

    private RejectColumns() {}

    static boolean contains(String name) {
        return name.equals(REJECT) || name.equals(REASON);
    }
}
