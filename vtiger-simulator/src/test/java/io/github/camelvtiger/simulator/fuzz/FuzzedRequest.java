package io.github.camelvtiger.simulator.fuzz;

import io.github.camelvtiger.simulator.fuzz.FuzzedParameters.Way;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request to {@code webservice.php} that no well-meaning client would send. */
record FuzzedRequest(Way way, String operation, Map<String, String> parameters) {

    static final String PATH = "/webservice.php";

    /** With the session, which is known only when it is sent. */
    FuzzedParameters in(String session) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("operation", operation);
        all.put("sessionName", session);
        parameters.forEach(all::putIfAbsent);
        return new FuzzedParameters(way, all);
    }
}
