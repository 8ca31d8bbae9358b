package io.github.camelvtiger.protocol;

import java.util.concurrent.CompletableFuture;

/** A login that no call uses, so that how long the CRM remembers it can be found out. */
public interface LoneSession {

    /** Asks the CRM, which counts as a use of the session. */
    CompletableFuture<Boolean> isKnown();
}
