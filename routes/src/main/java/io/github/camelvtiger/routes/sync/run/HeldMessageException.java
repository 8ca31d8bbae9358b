package io.github.camelvtiger.routes.sync.run;

/** A message that the limits of its sync do not let pass in this hour; it is given back to its endpoint. */
final class HeldMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    HeldMessageException(String sentence) {
        super(sentence, null, false, false);
    }
}
