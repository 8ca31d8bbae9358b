package io.github.camelvtiger.simulator.wsapp;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.WebserviceException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code wsapp_register}: gives a program of any name a key; as often as it likes ({@code webservice.md §2}). */
final class RegisterOperation implements Operation {

    private static final Set<String> SYNC_TYPES = Set.of("user", "app", "userandgroup");

    private final Applications applications;

    RegisterOperation(Applications applications) {
        this.applications = applications;
    }

    @Override
    public String name() {
        return "wsapp_register";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) {
        String type = call.parameter("type");
        String syncType = call.parameter("synctype");
        if (type.isEmpty()) {
            throw new WebserviceException("WSAPP01", "No type specified");
        }
        if (syncType.isEmpty()) {
            throw new WebserviceException("WSAPP06", "No sync type specified");
        }
        if (!SYNC_TYPES.contains(syncType.toLowerCase(Locale.ROOT))) {
            throw new WebserviceException("WSAPP05", "Wrong sync type specified");
        }
        return Map.of("key", applications.register(type));
    }
}
