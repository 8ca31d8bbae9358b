package io.github.camelvtiger.simulator.session;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import java.util.Map;

/**
 * {@code logout}: ends the session of the request, whatever {@code sessionName} the form has; only by POST
 * ({@code webservice.md §3}).
 */
public final class LogoutOperation implements Operation {

    private final SessionRegistry sessions;

    public LogoutOperation(SessionRegistry sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "logout";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) {
        if (!method().name().equals(call.method())) {
            throw new WebserviceException("OPERATION_NOT_SUPPORTED", "Permission to perform the operation is denied");
        }
        sessions.end(call.sessionName());
        return Map.of("message", "successfull");
    }
}
