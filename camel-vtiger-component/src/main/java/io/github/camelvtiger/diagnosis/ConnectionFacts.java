package io.github.camelvtiger.diagnosis;

import io.github.camelvtiger.client.SessionNumbers;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.crm.Capability;
import io.github.camelvtiger.crm.CapabilityFinding;
import java.time.Duration;
import java.util.Map;

/**
 * What a connection showed when it was tried.
 *
 * @param reachable whether a Vtiger answered
 * @param failure why not, or why the login failed; null when the connection works
 * @param clockDifference how far the CRM's clock is ahead of this machine's, to a second; null if it is not reachable
 * @param user the record of the connection's user; empty without a login
 * @param release the CRM's own, such as {@code 8.2.0}; empty without a login
 * @param capabilities empty without a login
 * @param sessions what those of the connection have shown so far
 */
public record ConnectionFacts(
        boolean reachable,
        VtigerException failure,
        Duration clockDifference,
        Map<String, Object> user,
        String release,
        boolean administrator,
        int currencyDecimals,
        Map<Capability, CapabilityFinding> capabilities,
        SessionNumbers sessions) {

    static ConnectionFacts failed(boolean reachable, VtigerException failure, Duration clockDifference) {
        return new ConnectionFacts(
                reachable, failure, clockDifference, Map.of(), "", false, 0, Map.of(), SessionNumbers.NONE);
    }

    public boolean works() {
        return failure == null;
    }
}
