package io.github.camelvtiger.simulator.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The records that a run has made, so that it can take them away. */
public final class OwnRecords {

    private final HttpCalls http;
    private final Set<String> ids = new LinkedHashSet<>();

    public OwnRecords(HttpCalls http) {
        this.http = http;
    }

    /** Notes what a create has made; that of a company makes none, but changes the one there is, which is not to be deleted. */
    public void note(Request request, Answer answer) {
        boolean company = request.form().getOrDefault("elementType", "").equalsIgnoreCase("CompanyDetails");
        if (request.operation().equalsIgnoreCase("create") && !company) {
            note(answer.result().path("id").asText());
        }
    }

    /** @param id {@code ""} is passed over */
    public void note(String id) {
        if (id.matches("\\d+x\\d+")) {
            ids.add(id);
        }
    }

    /**
     * Deletes them, the last first.
     *
     * @return the ids that are still there; those that checks have deleted are gone and not among them
     */
    public List<String> delete(String session) throws InterruptedException {
        List<String> left = new ArrayList<>();
        List<String> backwards = new ArrayList<>(ids);
        Collections.reverse(backwards);
        for (String id : backwards) {
            if (!deleted(id, session)) {
                left.add(id);
            }
        }
        ids.clear();
        return left;
    }

    private boolean deleted(String id, String session) throws InterruptedException {
        try {
            http.send(call("POST", "delete", id, session));
            return !http.send(call("GET", "retrieve", id, session)).success();
        } catch (IOException e) {
            return false;
        }
    }

    private static Request call(String method, String operation, String id, String session) {
        Map<String, String> parameters = Map.of("operation", operation, "sessionName", session, "id", id);
        return method.equals("GET")
                ? new Request(method, "webservice.php", parameters, Map.of(), List.of(), "", "", Map.of())
                : new Request(method, "webservice.php", Map.of(), parameters, List.of(), "", "", Map.of());
    }
}
