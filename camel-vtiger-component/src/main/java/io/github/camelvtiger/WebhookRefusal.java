package io.github.camelvtiger;

/** A webhook that is not taken, and the status of HTTP that says so. */
final class WebhookRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    /** @param reason never a value of the message */
    WebhookRefusal(int status, String reason) {
        super(reason);
        this.status = status;
    }

    int status() {
        return status;
    }
}
