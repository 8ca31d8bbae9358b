package io.github.camelvtiger.http;

import java.io.IOException;
import org.apache.hc.client5.http.async.AsyncExecCallback;
import org.apache.hc.client5.http.async.AsyncExecChain;
import org.apache.hc.client5.http.async.AsyncExecChainHandler;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncEntityProducer;

/**
 * Ends a call by closing its connection. To cancel the call is not enough: the client may remember the step before the
 * one that is under way, and cancels nothing then.
 */
final class ConnectionCut implements AsyncExecChainHandler {

    private static final String RUNTIME = ConnectionCut.class.getName();

    @Override
    public void execute(
            HttpRequest request,
            AsyncEntityProducer body,
            AsyncExecChain.Scope scope,
            AsyncExecChain chain,
            AsyncExecCallback callback)
            throws HttpException, IOException {
        scope.clientContext.setAttribute(RUNTIME, scope.execRuntime);
        chain.proceed(request, body, scope, callback);
    }

    /** Closes the connection that the call of this context uses, if it has not given it back. */
    static void of(HttpClientContext context) {
        if (context.getAttribute(RUNTIME) instanceof AsyncExecRuntime runtime) {
            runtime.discardEndpoint();
        }
    }
}
