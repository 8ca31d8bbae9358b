package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.journal.CallJournal;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.Locale;

/** The addresses {@code /restapi/v1/vtiger/default/<operation>} of Vtiger Cloud ({@code cloud-rest.md §1}). */
public final class RestHandler extends CallHandler {

    private static final String PREFIX = "/restapi/v1/vtiger/default/";

    private final RestScript script;

    public RestHandler(
            RestScript script, RequestIntake intake, Faults faults, CallJournal journal, SimulatorClock clock) {
        super(RequestReader.ofFormsAndJson(intake.limits()), intake, faults, journal, clock);
        this.script = script;
    }

    @Override
    String operation(HttpServerExchange exchange, ServerRequest request) {
        return named(exchange).toLowerCase(Locale.ROOT);
    }

    /** There are none. */
    @Override
    int session(ServerRequest request) {
        return 0;
    }

    @Override
    PhpParameters shown(ServerRequest request) {
        return request.merged().withArraysAsJson();
    }

    @Override
    Reply run(HttpServerExchange exchange, ServerRequest request) throws InterruptedException {
        String named = named(exchange);
        return named.isEmpty()
                ? Reply.page(404, "Not Found", "The requested URL was not found on this server.")
                : script.run(named, request, exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION));
    }

    private static String named(HttpServerExchange exchange) {
        String path = exchange.getRequestPath();
        return path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
    }
}
