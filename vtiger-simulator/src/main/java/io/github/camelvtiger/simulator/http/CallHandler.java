package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.journal.CallJournal;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.xnio.IoUtils;

/** What happens to a call by whichever protocol: it is read, a fault may meet it, it runs, and the journal keeps it. */
abstract class CallHandler implements HttpHandler {

    private final RequestReader reader;
    private final BodyMemory memory;
    private final Faults faults;
    private final CallJournal journal;
    private final SimulatorClock clock;
    private final ReplyWriter writer;

    CallHandler(RequestReader reader, RequestIntake intake, Faults faults, CallJournal journal, SimulatorClock clock) {
        this.reader = reader;
        this.memory = intake.memory();
        this.writer = new ReplyWriter(intake.limits().taken(), intake.stalls());
        this.faults = faults;
        this.journal = journal;
        this.clock = clock;
    }

    /** In lower case; {@code ""} if none is named. */
    abstract String operation(HttpServerExchange exchange, ServerRequest request);

    /** Number of the session that the call came with; 0 for none. */
    abstract int session(ServerRequest request);

    /** The parameters as they are to be shown. */
    abstract PhpParameters shown(ServerRequest request);

    abstract Reply run(HttpServerExchange exchange, ServerRequest request) throws InterruptedException;

    @Override
    public final void handleRequest(HttpServerExchange exchange) throws IOException, InterruptedException {
        try (BodyMemory.Share share = memory.share()) {
            handle(exchange, reader.read(exchange, share));
        } catch (BodyMemory.ExhaustedException e) {
            exchange.setPersistent(false);
            writer.write(exchange, overloaded(e), clock.now(), Duration.ZERO);
        }
    }

    private static Reply overloaded(BodyMemory.ExhaustedException e) {
        return Reply.page(
                        503,
                        "Service Unavailable",
                        "The server is temporarily unable to service your request: " + e.getMessage() + ".")
                .withHeaders(Map.of("Retry-After", "10"));
    }

    private void handle(HttpServerExchange exchange, ServerRequest request) throws IOException, InterruptedException {
        String operation = operation(exchange, request);
        ArmedCall call = ArmedCall.of(operation, faults);
        Instant arrival = clock.now();
        int session = session(request);
        Optional<Reply> reply = call.reply(() -> run(exchange, request));
        journal.add(new RecordedCall(
                operation,
                request.method(),
                JournalParameters.of(shown(request)),
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
