package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.journal.CallJournal;
import io.github.camelvtiger.simulator.session.SessionRegistry;
import io.undertow.server.HttpServerExchange;

/** The address {@code /webservice.php}. */
public final class WebserviceHandler extends CallHandler {

    private final WebserviceScript script;
    private final SessionRegistry sessions;

    public WebserviceHandler(
            WebserviceScript script,
            SessionRegistry sessions,
            RequestIntake intake,
            Faults faults,
            CallJournal journal,
            SimulatorClock clock) {
        super(RequestReader.ofForms(intake.limits()), intake, faults, journal, clock);
        this.script = script;
        this.sessions = sessions;
    }

    @Override
    String operation(HttpServerExchange exchange, ServerRequest request) {
        return request.operation();
    }

    @Override
    int session(ServerRequest request) {
        return sessions.ordinal(request.merged().text("sessionName"));
    }

    @Override
    PhpParameters shown(ServerRequest request) {
        return request.merged();
    }

    @Override
    Reply run(HttpServerExchange exchange, ServerRequest request) throws InterruptedException {
        return script.run(request);
    }
}
