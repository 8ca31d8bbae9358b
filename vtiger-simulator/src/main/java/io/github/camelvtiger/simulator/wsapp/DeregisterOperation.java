package io.github.camelvtiger.simulator.wsapp;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import java.util.List;

/** {@code wsapp_deregister}: answers what was sent, whether there was such a program or not ({@code webservice.md §2}). */
final class DeregisterOperation implements Operation {

    private final Applications applications;

    DeregisterOperation(Applications applications) {
        this.applications = applications;
    }

    @Override
    public String name() {
        return "wsapp_deregister";
    }

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) {
        String type = call.parameter("type");
        String key = call.parameter("key");
        applications.deregister(type, key);
        return List.of(type, key);
    }
}
