package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.SimulatorClock;
import io.github.camelvtiger.simulator.fault.Fault;
import io.github.camelvtiger.simulator.fault.Fault.Kind;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.journal.CallJournal;
import io.github.camelvtiger.simulator.journal.Explanation;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import io.github.camelvtiger.simulator.session.SessionRegistry;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.xnio.IoUtils;

/** The address {@code /webservice.php}: takes the request, lets faults happen, runs the script, keeps the journal. */
public final class WebserviceHandler implements HttpHandler {

    private static final Fault NONE = Fault.delay(Duration.ZERO);
    private static final Set<String> NOT_IN_JOURNAL = Set.of(
            "operation",
            "sessionName",
            "accessKey",
            "PHPSESSID",
            "key",
            "oldPassword",
            "newPassword",
            "confirmPassword");

    private final WebserviceScript script;
    private final SessionRegistry sessions;
    private final Faults faults;
    private final CallJournal journal;
    private final SimulatorClock clock;
    private final RequestReader reader = new RequestReader();
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
        Fault fault = faults.called(request.operation()).orElse(NONE);
        if (fault.kind() == Kind.CLOCK_SHIFT) {
            faults.shiftClock(fault.duration());
        }
        Instant arrival = clock.now();
        int session = sessions.ordinal(request.merged().text("sessionName"));
        Optional<Reply> reply = reply(request, fault);
        journal.add(new RecordedCall(
                request.operation(),
                request.method(),
                withoutSecrets(request),
                session,
                reply.map(Reply::status).orElse(0),
                arrival,
                reply.map(Reply::why).orElse(armed(fault))));
        if (reply.isEmpty()) {
            IoUtils.safeClose(exchange.getConnection());
            return;
        }
        Duration stall = fault.kind() == Kind.STALL_BODY ? fault.duration() : Duration.ZERO;
        writer.write(exchange, reply.get(), arrival, stall);
    }

    /** Empty where the connection is to be cut. */
    private Optional<Reply> reply(ServerRequest request, Fault fault) throws InterruptedException {
        return switch (fault.kind()) {
            case HTTP_500_EMPTY -> Optional.of(Reply.crash(Reply.HTML, true, armed(fault)));
            case EMPTY_BODY_200 -> Optional.of(Reply.html("").because(armed(fault)));
            case HTML ->
                Optional.of(Reply.html("<html><body><h1>Service under maintenance</h1></body></html>")
                        .because(armed(fault)));
            case CUT_BEFORE_EFFECT -> Optional.empty();
            case CUT_AFTER_EFFECT -> {
                script.run(request);
                yield Optional.empty();
            }
            case NOTICE_BEFORE_JSON -> {
                Reply done = script.run(request);
                yield Optional.of(done.withBody("<br />\n<b>Notice</b>:  Undefined index: mode in "
                                + "<b>/var/www/html/data/CRMEntity.php</b> on line <b>112</b><br />\n" + done.body())
                        .because(armed(fault)));
            }
            case DELAY -> {
                // Real time, as for a stall.
                Thread.sleep(fault.duration().toMillis());
                yield Optional.of(script.run(request));
            }
            case STALL_BODY, CLOCK_SHIFT -> Optional.of(script.run(request));
        };
    }

    private static Explanation armed(Fault fault) {
        return Explanation.of("a fault that was armed: " + fault.kind());
    }

    private static Map<String, String> withoutSecrets(ServerRequest request) {
        Map<String, String> parameters = new TreeMap<>(request.merged().texts());
        parameters.keySet().removeAll(NOT_IN_JOURNAL);
        return Collections.unmodifiableMap(parameters);
    }
}
