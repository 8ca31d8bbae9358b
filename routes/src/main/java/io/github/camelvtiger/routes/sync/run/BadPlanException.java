package io.github.camelvtiger.routes.sync.run;

/** A plan that cannot be applied; the message is one sentence. */
public final class BadPlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadPlanException(String sentence) {
        super(sentence);
    }
}
