package io.github.camelvtiger.simulator;

import io.github.camelvtiger.simulator.clock.ShiftableClock;
import io.github.camelvtiger.simulator.control.ControlApi;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.http.ControlHandler;
import io.github.camelvtiger.simulator.http.HttpFront;
import io.github.camelvtiger.simulator.http.RequestIntake;
import io.github.camelvtiger.simulator.http.RestHandler;
import io.github.camelvtiger.simulator.http.RestScript;
import io.github.camelvtiger.simulator.http.WebserviceHandler;
import io.github.camelvtiger.simulator.http.WebserviceScript;
import io.github.camelvtiger.simulator.journal.CallJournal;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import io.github.camelvtiger.simulator.metadata.Lazy;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.MetadataLoader;
import io.github.camelvtiger.simulator.session.ChallengeRegistry;
import io.github.camelvtiger.simulator.session.SessionRegistry;
import io.github.camelvtiger.simulator.session.Tokens;
import io.undertow.server.HttpHandler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A Vtiger server in this process. Its data live as long as the object: {@link #stop} and {@link #start} are a server
 * that is down for a while and comes back on the same port.
 */
public final class SimulatorServer implements AutoCloseable {

    private final SimulatorSettings settings;
    private final Metadata metadata;
    private final CallJournal journal = new CallJournal();
    private final ShiftableClock clock;
    private final SessionRegistry sessions;
    private final ChallengeRegistry challenges;
    private final Faults faults;
    private final RequestIntake intake = RequestIntake.ofHeap();
    private final HttpFront front;
    private volatile SimulatedCrm crm;
    private volatile HttpHandler webservice;
    private volatile Lazy<HttpHandler> rest;

    SimulatorServer(SimulatorSettings settings) {
        this.settings = settings;
        metadata = new MetadataLoader().load(settings.seed().metadata().and(settings.custom()), settings.release());
        clock = new ShiftableClock(settings.clock());
        Tokens tokens = new Tokens(new Random(settings.random()));
        sessions = new SessionRegistry(clock, tokens, settings.sessionIdle());
        challenges = new ChallengeRegistry(clock, tokens);
        faults = new Faults(sessions, clock);
        Map<String, HttpHandler> handlers = new LinkedHashMap<>();
        handlers.put("webservice.php", exchange -> webservice.handleRequest(exchange));
        if (settings.rest()) {
            handlers.put("restapi", exchange -> rest.get().handleRequest(exchange));
        }
        Map<String, HttpHandler> controls = settings.controlApi()
                ? Map.of("simulator", new ControlHandler(new ControlApi(faults, journal, this::reset), intake, clock))
                : Map.of();
        front = new HttpFront(settings.host(), settings.port(), handlers, controls, intake, clock);
        seed();
    }

    /** A server on a free port of 127.0.0.1 with the demo's data; what is to be otherwise is said to the builder. */
    public static SimulatorBuilder builder() {
        return new SimulatorBuilder();
    }

    /**
     * Opens the port; does nothing if it is open.
     *
     * @throws java.io.UncheckedIOException if another program has it
     */
    public SimulatorServer start() {
        front.start();
        return this;
    }

    /** Closes the port and all connections; data and sessions stay. */
    public void stop() {
        front.stop();
    }

    @Override
    public void close() {
        stop();
    }

    /** {@code http://host:port/}, once started. */
    public String url() {
        return "http://" + settings.host() + ":" + port() + "/";
    }

    public int port() {
        return front.port();
    }

    /** The user who may do everything. */
    public String username() {
        return SimulatedCrm.ADMINISTRATOR;
    }

    /** Of {@link #username}; the same for every server of the same random seed. */
    public String accessKey() {
        return crm.administrator().accessKey();
    }

    /**
     * Of any user.
     *
     * @throws IllegalArgumentException for a name that no user has
     */
    public String accessKey(String userName) {
        return crm.accessKey(userName);
    }

    /** The data, past HTTP. */
    public Crm crm() {
        return crm.facade();
    }

    public Faults faults() {
        return faults;
    }

    /** The last calls of {@code webservice.php} and of the REST protocol, in the order of their answers. */
    public List<RecordedCall> calls() {
        return journal.calls();
    }

    public void clearCalls() {
        journal.clear();
    }

    /** As freshly started: seeded data, no session, no fault, no call. */
    public void reset() {
        faults.clear();
        sessions.reset();
        seed();
        journal.clear();
    }

    private void seed() {
        SimulatedCrm seeded = new SimulatedCrm(settings, metadata, clock);
        crm = seeded;
        WebserviceScript script =
                new WebserviceScript(seeded.operations(sessions, challenges), sessions, settings.displayErrors());
        webservice = new WebserviceHandler(script, sessions, intake, faults, journal, clock);
        rest = new Lazy<>(() -> restOf(seeded));
    }

    private HttpHandler restOf(SimulatedCrm seeded) {
        RestScript script = new RestScript(
                seeded.restOperations(),
                seeded.basicLogin(),
                seeded.restLimits(),
                settings.release().toString(),
                settings.displayErrors());
        return new RestHandler(script, intake, faults, journal, clock);
    }
}
