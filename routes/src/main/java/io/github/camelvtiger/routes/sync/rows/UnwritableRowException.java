package io.github.camelvtiger.routes.sync.rows;

/** One record that its file cannot hold; the file remains as it was, and takes others. The message says why. */
public final class UnwritableRowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnwritableRowException(String sentence) {
        super(sentence);
    }
}
