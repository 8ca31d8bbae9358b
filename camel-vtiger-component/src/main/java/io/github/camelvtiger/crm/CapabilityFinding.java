package io.github.camelvtiger.crm;

/**
 * What is known of one capability of a server.
 *
 * @param reason why the server cannot, or why that is not known; empty if it can
 * @param cure what an administrator or the user can do; empty unless the server cannot
 * @param parameter the name under which the operation takes its first parameter, which some administrators have changed
 *     ({@code releases.md §1}); empty if there is only one name
 */
public record CapabilityFinding(Capability capability, State state, String reason, String cure, String parameter) {

    /** Whether the server can; what is not known is tried. */
    public enum State {
        AVAILABLE,
        UNAVAILABLE,
        UNKNOWN
    }

    static CapabilityFinding available(Capability capability, String parameter) {
        return new CapabilityFinding(capability, State.AVAILABLE, "", "", parameter);
    }

    static CapabilityFinding unavailable(Capability capability) {
        return unavailable(capability, capability.reason(), capability.cure());
    }

    /** Of an operation that the server says it does not have. */
    static CapabilityFinding absent(Capability capability) {
        return unavailable(capability, capability.reasonOfAbsence(), capability.cureOfAbsence());
    }

    static CapabilityFinding unavailable(Capability capability, String reason, String cure) {
        return new CapabilityFinding(capability, State.UNAVAILABLE, reason, cure, "");
    }

    static CapabilityFinding unknown(Capability capability, String reason) {
        return new CapabilityFinding(capability, State.UNKNOWN, reason, "", "");
    }

    public boolean isUnavailable() {
        return state == State.UNAVAILABLE;
    }

    /** Reason and remedy, as a part of a sentence. */
    public String explanation() {
        return cure.isEmpty() ? reason : reason + "; " + cure;
    }
}
