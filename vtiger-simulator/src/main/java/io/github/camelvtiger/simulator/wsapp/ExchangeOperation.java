package io.github.camelvtiger.simulator.wsapp;

import io.github.camelvtiger.simulator.operation.Call;
import io.github.camelvtiger.simulator.operation.Operation;
import io.github.camelvtiger.simulator.operation.ServerCrash;

/**
 * {@code wsapp_get}, {@code wsapp_put}, {@code wsapp_map}: nothing for an unknown key, HTTP 500 for one that
 * a program has, as no fresh server has a handler for a program of that name ({@code webservice.md §2}).
 *
 * @param nothing the answer to an unknown key; null is one, too
 */
record ExchangeOperation(String name, Applications applications, Object nothing) implements Operation {

    @Override
    public HttpMethod method() {
        return HttpMethod.POST;
    }

    @Override
    public Object execute(Call call) {
        if (applications.has(call.parameter("key"))) {
            throw new ServerCrash("no handler is configured for the program of this key");
        }
        return nothing;
    }
}
