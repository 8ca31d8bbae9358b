package io.github.camelvtiger.simulator;

import io.github.camelvtiger.simulator.control.ControlHandler;
import io.github.camelvtiger.simulator.fault.Faults;
import io.github.camelvtiger.simulator.http.HttpFront;
import io.github.camelvtiger.simulator.http.RestHandler;
import io.github.camelvtiger.simulator.http.WebserviceHandler;
import io.github.camelvtiger.simulator.http.WebserviceScript;
import io.github.camelvtiger.simulator.journal.CallJournal;
import io.github.camelvtiger.simulator.journal.RecordedCall;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.metadata.Metadata;
import io.github.camelvtiger.simulator.metadata.MetadataLoader;
import io.github.camelvtiger.simulator.metadata.Release;
import io.github.camelvtiger.simulator.seed.Seed;
import io.github.camelvtiger.simulator.session.ChallengeRegistry;
import io.github.camelvtiger.simulator.session.SessionRegistry;
import io.github.camelvtiger.simulator.session.Tokens;
import io.github.camelvtiger.simulator.store.SaveGaps;
import io.undertow.server.HttpHandler;
import java.time.Duration;
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
    private final HttpFront front;
    private volatile SimulatedCrm crm;
    private volatile HttpHandler webservice;
    private volatile HttpHandler rest;

    private SimulatorServer(SimulatorSettings settings) {
        this.settings = settings;
        metadata = new MetadataLoader().load(settings.seed().metadata().and(settings.custom()), settings.release());
        clock = new ShiftableClock(settings.clock());
        Tokens tokens = new Tokens(new Random(settings.random()));
        sessions = new SessionRegistry(clock, tokens, settings.sessionIdle());
        challenges = new ChallengeRegistry(clock, tokens);
        faults = new Faults(sessions, clock);
        Map<String, HttpHandler> handlers = new LinkedHashMap<>();
        handlers.put("webservice.php", exchange -> webservice.handleRequest(exchange));
        handlers.put("restapi", exchange -> rest.handleRequest(exchange));
        if (settings.controlApi()) {
            handlers.put("simulator", new ControlHandler(faults, journal, this::reset));
        }
        front = new HttpFront(settings.host(), settings.port(), handlers, clock);
        seed();
    }

    /** A server on a free port of 127.0.0.1 with the demo's data; what is to be otherwise is said to the builder. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Opens the port; does nothing where it is open.
     *
     * @throws java.io.UncheckedIOException where another program has it
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

    /** The last calls of {@code webservice.php}, in the order of their answers. */
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
        crm = new SimulatedCrm(settings, metadata, clock);
        WebserviceScript script =
                new WebserviceScript(crm.operations(sessions, challenges), sessions, settings.displayErrors());
        webservice = new WebserviceHandler(script, sessions, faults, journal, clock);
        rest = new RestHandler(crm.restOperations(), crm.basicLogin(), journal, clock);
    }

    /** Where nothing is said: a free port of 127.0.0.1, the demo's data, the system's clock, atomic saves. */
    public static final class Builder {

        /** PHP's session.gc_maxlifetime. */
        private static final Duration SESSION_IDLE = Duration.ofSeconds(1440);

        private String host = "127.0.0.1";
        private int port;
        private Seed seed = Seed.parse("demo");
        private SimulatorClock clock = SimulatorClock.SYSTEM;
        private long random = 1;
        private SaveGaps saveGaps = SaveGaps.NONE;
        private Duration sessionIdle = SESSION_IDLE;
        private boolean controlApi;
        private String accessKey = "";
        private Behaviour behaviour = Behaviour.PHP8;
        private Release release = Release.V8_2_0;
        private CustomMetadata custom = CustomMetadata.NONE;
        private boolean displayErrors;
        private boolean costModel;

        private Builder() {}

        public Builder host(String host) {
            this.host = host;
            return this;
        }

        /** @param port 0 for any free one, which the server then keeps */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        public Builder seed(Seed seed) {
            this.seed = seed;
            return this;
        }

        /** @param seed {@code empty}, {@code demo} or {@code contacts=N} */
        public Builder seed(String seed) {
            return seed(Seed.parse(seed));
        }

        public Builder clock(SimulatorClock clock) {
            this.clock = clock;
            return this;
        }

        /** @param seed two servers of the same one have the same data and the same access key */
        public Builder random(long seed) {
            this.random = seed;
            return this;
        }

        public Builder saveGaps(SaveGaps gaps) {
            this.saveGaps = gaps;
            return this;
        }

        /** @param idle how long a session lives that is not used */
        public Builder sessionIdle(Duration idle) {
            this.sessionIdle = idle;
            return this;
        }

        /** @param open whether faults can be armed by HTTP under {@code /simulator/} */
        public Builder controlApi(boolean open) {
            this.controlApi = open;
            return this;
        }

        /** @param key of admin; a random one where it is not said */
        public Builder accessKey(String key) {
            this.accessKey = key;
            return this;
        }

        /** @param behaviour whether the operations work that PHP 8 breaks; it breaks them where nothing is said */
        public Builder behaviour(Behaviour behaviour) {
            this.behaviour = behaviour;
            return this;
        }

        /** @param release of Vtiger; 8.2.0 where nothing is said */
        public Builder release(Release release) {
            this.release = release;
            return this;
        }

        /** @param custom fields and modules besides those of every installation */
        public Builder metadata(CustomMetadata custom) {
            this.custom = custom;
            return this;
        }

        /** @param on whether a PHP error answers HTTP 200, as it does where PHP's display_errors is on */
        public Builder displayErrors(boolean on) {
            this.displayErrors = on;
            return this;
        }

        /**
         * @param on whether calls take the time they take on a real server, which passes on the server's clock; they
         *     are answered at once where nothing is said
         */
        public Builder costModel(boolean on) {
            this.costModel = on;
            return this;
        }

        /** A server that does not listen yet. */
        public SimulatorServer build() {
            return new SimulatorServer(new SimulatorSettings(
                    host,
                    port,
                    seed,
                    clock,
                    random,
                    saveGaps,
                    sessionIdle,
                    controlApi,
                    accessKey,
                    behaviour,
                    release,
                    custom,
                    displayErrors,
                    costModel));
        }

        public SimulatorServer start() {
            return build().start();
        }
    }
}
