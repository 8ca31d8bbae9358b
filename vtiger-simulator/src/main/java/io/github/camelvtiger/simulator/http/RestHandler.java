package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.SimulatorClock;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.journal.CallJournal;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.xnio.IoUtils;

/**
 * The addresses {@code /restapi/v1/vtiger/default/<operation>} of Vtiger Cloud: takes the request, lets faults happen,
 * runs the script, keeps the journal ({@code cloud-rest.md §1}).
 */
public final class RestHandler implements HttpHandler {

    private static final String PREFIX = "/restapi/v1/vtiger/default/";

    private final RestScript script;
    private final Faults faults;
    private final CallJournal journal;
    private final SimulatorClock clock;
    private final RequestReader reader = RequestReader.ofFormsAndJson();
    private final ReplyWriter writer = new ReplyWriter();

    public RestHandler(RestScript script, Faults faults, CallJournal journal, SimulatorClock clock) {
        this.script = script;
        this.faults = faults;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException, InterruptedException {
        ServerRequest request = reader.read(exchange);
        String path = exchange.getRequestPath();
        String operation = path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
        String authorization = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
        ArmedCall call = ArmedCall.of(operation.toLowerCase(Locale.ROOT), faults);
        Instant arrival = clock.now();
        Optional<Reply> reply = call.reply(() -> operation.isEmpty()
                ? Reply.page(404, "Not Found", "The requested URL was not found on this server.")
                : script.run(operation, request, authorization));
        journal.add(new RecordedCall(
                operation.toLowerCase(Locale.ROOT),
                request.method(),
                JournalParameters.of(request.merged().withArraysAsJson()),
                0,
                reply.map(Reply::status).orElse(0),
                arrival,
                reply.map(Reply::why).orElse(call.why())));
        if (reply.isEmpty()) {
            IoUtils.safeClose(exchange.getConnection());
            return;
        }
        writer.write(exchange, reply.get(), arrival, call.stall());
    }
}
