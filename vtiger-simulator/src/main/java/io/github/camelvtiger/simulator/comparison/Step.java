package io.github.camelvtiger.simulator.comparison;

import io.github.camelvtiger.simulator.client.Request;
import io.github.camelvtiger.simulator.client.UploadedFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One call of a script.
 *
 * @param request with symbols in place of ids, and without a session
 * @param makes the module whose record a success has created; {@code ""} if none
 * @param removes the symbol of the record that a success has deleted; {@code ""} if none
 */
record Step(Request request, String makes, String removes) {

    static final String SCRIPT = "webservice.php";

    /** @param parameters names and values in turn */
    static Step get(String operation, String... parameters) {
        return of(new Request("GET", SCRIPT, named(operation, parameters), Map.of(), List.of(), "", "", Map.of()));
    }

    /** @param parameters names and values in turn */
    static Step post(String operation, String... parameters) {
        return post(List.of(), operation, parameters);
    }

    static Step post(List<UploadedFile> files, String operation, String... parameters) {
        return of(new Request("POST", SCRIPT, Map.of(), named(operation, parameters), files, "", "", Map.of()));
    }

    Step making(String module) {
        return new Step(request, module, removes);
    }

    Step removing(MadeRecord made) {
        return new Step(request, makes, made.symbol());
    }

    private static Step of(Request request) {
        return new Step(request, "", "");
    }

    private static Map<String, String> named(String operation, String... parameters) {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("operation", operation);
        for (int i = 0; i < parameters.length; i += 2) {
            named.put(parameters[i], parameters[i + 1]);
        }
        return named;
    }
}
