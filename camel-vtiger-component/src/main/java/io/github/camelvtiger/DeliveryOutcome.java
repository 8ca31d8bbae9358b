package io.github.camelvtiger;

/** How the delivery of a consumer's exchange ended. */
public enum DeliveryOutcome {
    /** The route was done with it. */
    DELIVERED,
    /** The route failed; the option onFailure says what becomes of the record. */
    FAILED,
    /** The route failed, and the record waits to be tried again. */
    PARKED
}
