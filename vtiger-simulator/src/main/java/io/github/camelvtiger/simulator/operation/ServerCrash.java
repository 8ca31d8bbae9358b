package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.journal.Explanation;

/** A PHP error: the client sees HTTP 500 with an empty body ({@code webservice.md §1}); the reason is for the journal. */
public final class ServerCrash extends RuntimeException {

    private final transient Explanation why;

    public ServerCrash(String reason) {
        this(Explanation.of(reason));
    }

    private ServerCrash(Explanation why) {
        super(why.cause(), null, false, false);
        this.why = why;
    }

    /** The same crash, better explained. */
    public ServerCrash because(Explanation why) {
        return new ServerCrash(why);
    }

    public Explanation why() {
        return why;
    }
}
