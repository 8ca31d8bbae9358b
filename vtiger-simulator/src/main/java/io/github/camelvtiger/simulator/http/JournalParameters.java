package io.github.camelvtiger.simulator.http;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The parameters of a request as the journal keeps them: without secrets and without what it has elsewhere. */
final class JournalParameters {

    private static final Set<String> NOT_KEPT = Set.of(
            "operation",
            "sessionName",
            "accessKey",
            "PHPSESSID",
            "key",
            "oldPassword",
            "newPassword",
            "confirmPassword");

    private JournalParameters() {}

    static Map<String, String> of(PhpParameters parameters) {
        Map<String, String> kept = new TreeMap<>(parameters.texts());
        kept.keySet().removeAll(NOT_KEPT);
        return Collections.unmodifiableMap(kept);
    }
}
