package io.github.camelvtiger.simulator.http;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.control.ControlApi;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.time.Duration;

/** The addresses under {@code /simulator/}. */
public final class ControlHandler implements HttpHandler {

    private final ControlApi api;
    private final RequestIntake intake;
    private final BodyReader bodies;
    private final ReplyWriter writer;
    private final SimulatorClock clock;

    public ControlHandler(ControlApi api, RequestIntake intake, SimulatorClock clock) {
        this.api = api;
        this.intake = intake;
        this.bodies = new BodyReader(ControlApi.LONGEST_BODY, intake.limits().complete());
        this.writer = new ReplyWriter(intake.limits().taken(), intake.stalls());
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException, InterruptedException {
        try (BodyMemory.Share share = intake.memory().share()) {
            ControlApi.Answer answer = api.answer(
                    exchange.getRequestMethod() + " " + exchange.getRequestPath(), bodies.bytes(exchange, share));
            writer.write(exchange, Reply.ofControl(answer), clock.now(), Duration.ZERO);
        }
    }
}
