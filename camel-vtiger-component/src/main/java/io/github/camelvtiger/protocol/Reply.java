package io.github.camelvtiger.protocol;

import io.github.camelvtiger.http.HttpAnswer;

/**
 * What came for a call.
 *
 * @param envelope null if there is none
 */
record Reply(HttpAnswer http, Envelope envelope) {

    /** Free of what was asked and answered. */
    @Override
    public String toString() {
        return http + ", "
                + (envelope == null ? "not an answer of Vtiger" : envelope.success() ? "success" : envelope.code());
    }
}
