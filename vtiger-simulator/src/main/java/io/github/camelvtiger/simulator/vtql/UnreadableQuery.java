package io.github.camelvtiger.simulator.vtql;

/** A character of the query belongs to no word; the server then knows only "Unknown Error". */
final class UnreadableQuery extends RuntimeException {

    UnreadableQuery() {
        super("a character that begins no word", null, false, false);
    }
}
