package io.github.camelvtiger.routes.sync.store;

/** The database of the syncs cannot be used; the message is one sentence. */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreException(String sentence) {
        super(sentence);
    }
}
