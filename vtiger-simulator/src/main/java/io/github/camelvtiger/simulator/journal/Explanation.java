package io.github.camelvtiger.simulator.journal;

/**
 * Why a call was answered as it was, which a real server would not say.
 *
 * @param cause one sentence; {@code ""} if the answer says it all
 * @param nearest the nearest call, parameter or name that would have worked; {@code ""} if there is none
 */
public record Explanation(String cause, String nearest) {

    public static final Explanation NONE = new Explanation("", "");

    public static Explanation of(String cause) {
        return new Explanation(cause, "");
    }

    public boolean isEmpty() {
        return cause.isEmpty() && nearest.isEmpty();
    }

    /** {@code cause; would have worked: nearest}. */
    @Override
    public String toString() {
        return nearest.isEmpty() ? cause : cause + "; would have worked: " + nearest;
    }
}
