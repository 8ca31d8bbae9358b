package io.github.camelvtiger.client;

import java.io.Serializable;

/**
 * What is known of a failed call. Any component may be null, {@code httpStatus} is 0 where no answer came. Never holds
 * a secret.
 */
public record FailureContext(String operation, String module, String recordId, String serverCode, int httpStatus)
        implements Serializable {

    public static final FailureContext NONE = new FailureContext(null, null, null, null, 0);

    public static FailureContext of(String operation, String module, String recordId) {
        return new FailureContext(operation, module, recordId, null, 0);
    }

    public FailureContext withAnswer(String code, int status) {
        return new FailureContext(operation, module, recordId, code, status);
    }
}
