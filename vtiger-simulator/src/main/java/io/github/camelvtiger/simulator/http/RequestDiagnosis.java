package io.github.camelvtiger.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.journal.NearestName;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.Operation.HttpMethod;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was wrong with a failed request before any operation looked at it: parameters in the part of the request that
 * is not read, JSON that is none. The server says neither, but fails at the next check ({@code webservice.md §1}).
 */
final class RequestDiagnosis {

    private static final Set<String> READ_FROM_BOTH = Set.of("operation", "sessionName", "format", "PHPSESSID");
    private static final Set<String> JSON_PARAMETERS = Set.of("element", "fieldTypeList");

    private RequestDiagnosis() {}

    /** @param known the cause as the operation knows it */
    static Explanation of(ServerRequest request, Operation operation, Explanation known) {
        HttpMethod other = operation.method() == HttpMethod.GET ? HttpMethod.POST : HttpMethod.GET;
        Set<String> misplaced = new TreeSet<>(request.of(other).truthyTexts().keySet());
        misplaced.removeAll(READ_FROM_BOTH);
        misplaced.removeAll(request.of(operation.method()).truthyTexts().keySet());
        if (!misplaced.isEmpty()) {
            boolean get = operation.method() == HttpMethod.GET;
            return new Explanation(
                    operation.name() + " reads its parameters from the " + (get ? "query string" : "form body")
                            + " only; not read: " + String.join(", ", misplaced),
                    get ? "GET with them in the query string" : "POST with them as a form");
        }
        for (String name : JSON_PARAMETERS) {
            String fault = faultOf(request.of(operation.method()).text(name));
            if (!fault.isEmpty()) {
                return Explanation.of(name + " is not JSON, which the server takes for empty: " + fault);
            }
        }
        return known;
    }

    static Explanation unknownOperation(String name, Collection<String> operations) {
        return name.isEmpty()
                ? Explanation.of("no parameter operation: a body that is not a form is not read")
                : new Explanation(
                        "there is no operation " + name,
                        NearestName.of(name, operations).orElse(""));
    }

    private static String faultOf(String json) {
        if (json.isEmpty()) {
            return "";
        }
        try {
            new ObjectMapper().readTree(json);
            return "";
        } catch (JsonProcessingException e) {
            return e.getOriginalMessage();
        }
    }
}
