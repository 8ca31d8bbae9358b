package io.github.camelvtiger.simulator.operation;

/** A PHP error: the client sees HTTP 500 with an empty body ({@code webservice.md §1}); the reason is for the journal. */
public final class ServerCrash extends RuntimeException {

    public ServerCrash(String reason) {
        super(reason, null, false, false);
    }
}
