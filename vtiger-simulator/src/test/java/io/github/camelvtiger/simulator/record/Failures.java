package io.github.camelvtiger.simulator.record;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.simulator.operation.WebserviceException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Assertions on the error envelope: its code and its text. */
public final class Failures {

    private Failures() {}

    public static void assertFails(Object code, String message, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(WebserviceException.class)
                .hasMessage(message)
                .extracting(failure -> ((WebserviceException) failure).code())
                .isEqualTo(code);
    }

    public static void assertDenied(String message, ThrowingCallable call) {
        assertFails("ACCESS_DENIED", message, call);
    }
}
