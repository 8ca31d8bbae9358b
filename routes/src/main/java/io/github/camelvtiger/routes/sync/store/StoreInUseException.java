package io.github.camelvtiger.routes.sync.store;

/** Another process has the database of the syncs open, which only one can have; the message is one sentence. */
public final class StoreInUseException extends StoreException {

    private static final long serialVersionUID = 1L;

    StoreInUseException(String sentence) {
        super(sentence);
    }
}
