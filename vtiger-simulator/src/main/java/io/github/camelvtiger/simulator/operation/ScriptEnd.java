package io.github.camelvtiger.simulator.operation;

/** PHP ends the script with a text instead of an envelope, HTTP 200 ({@code webservice.md §1}). What was done before stays done. */
public class ScriptEnd extends RuntimeException {

    private final String body;

    /** @param body all that the client sees */
    ScriptEnd(String body, String reason) {
        super(reason, null, false, false);
        this.body = body;
    }

    public String body() {
        return body;
    }
}
