package io.github.camelvtiger.routes.sync.rows;

/** One record that its target cannot hold; the target remains as it was, and takes others. The message says why. */
public final class UnwritableRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    /** It never can. */
    public UnwritableRowException(String sentence) {
        this(sentence, false);
    }

    /** @param mayPass whether the target may take the same record another time */
    public UnwritableRowException(String sentence, boolean mayPass) {
        super(sentence);
        this.mayPass = mayPass;
    }

    /** Whether the target may take the same record another time. */
    public boolean mayPass() {
        return mayPass;
    }
}
