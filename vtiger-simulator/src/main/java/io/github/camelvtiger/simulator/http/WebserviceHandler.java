package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.SimulatorClock;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.journal.CallJournal;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import io.github.camelvtiger.simulator.session.SessionRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.xnio.IoUtils;

/** The address {@code /webservice.php}: takes the request, lets faults happen, runs the script, keeps the journal. */
public final class WebserviceHandler implements HttpHandler {

    private final WebserviceScript script;
    private final SessionRegistry sessions;
    private final Faults faults;
    private final CallJournal journal;
    private final SimulatorClock clock;
    private final RequestReader reader = RequestReader.ofForms();
    private final ReplyWriter writer = new ReplyWriter();

    public WebserviceHandler(
            WebserviceScript script,
            SessionRegistry sessions,
            Faults faults,
            CallJournal journal,
            SimulatorClock clock) {
        this.script = script;
        this.sessions = sessions;
        this.faults = faults;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException, InterruptedException {
        ServerRequest request = reader.read(exchange);
        ArmedCall call = ArmedCall.of(request.operation(), faults);
        Instant arrival = clock.now();
        int session = sessions.ordinal(request.merged().text("sessionName"));
        Optional<Reply> reply = call.reply(() -> script.run(request));
        journal.add(new RecordedCall(
                request.operation(),
                request.method(),
                JournalParameters.of(request.merged()),
                session,
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
