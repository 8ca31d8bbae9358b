package io.github.camelvtiger.routes.sync.run;

/** A run that is not begun because it was asked for at the wrong time; the message is one sentence. */
public final class RunRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RunRefusedException(String sentence) {
        super(sentence);
    }
}
