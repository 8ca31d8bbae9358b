package io.github.camelvtiger.simulator.session;

import io.github.camelvtiger.simulator.metadata.Release;
import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code extendsession}: answers with the same session ({@code webservice.md §3}). */
public final class ExtendSessionOperation implements Operation {

    private final Release release;

    public ExtendSessionOperation(Release release) {
        this.release = release;
    }

    @Override
    public String name() {
        return "extendsession";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public boolean preLogin() {
        return true;
    }

    @Override
    public Object execute(Call call) {
        if (call.user() == null || !release.extendsSessions()) {
            throw new WebserviceException("AUTHENTICATION_FAILURE", "Authencation Failed");
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("sessionName", call.sessionName());
        result.put("userId", call.user().id());
        result.put("version", ServerVersion.API);
        result.put("vtigerVersion", release.toString());
        return result;
    }
}
