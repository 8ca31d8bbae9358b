package io.github.camelvtiger.simulator.operation;

import io.github.camelvtiger.simulator.store.CrmUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One request, as an operation sees it.
 *
 * @param user who is logged in; null for an operation before login
 * @param sessionName null before login
 * @param method HTTP method of the request, which may be another than the registered one
 * @param parameters of the registered method only; a value that is {@code "0"} or empty is absent already
 * @param files of a multipart form, in order
 */
public record Call(
        CrmUser user, String sessionName, String method, Map<String, String> parameters, List<UploadedFile> files) {

    /** Without files. */
    public Call(CrmUser user, String sessionName, String method, Map<String, String> parameters) {
        this(user, sessionName, method, parameters, List.of());
    }

    /** The parameter, {@code ""} if absent. */
    public String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    /** The same call with another parameter. */
    public Call with(String name, String value) {
        Map<String, String> changed = new HashMap<>(parameters);
        changed.put(name, value);
        return new Call(user, sessionName, method, changed, files);
    }
}
