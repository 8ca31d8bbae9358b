package io.github.camelvtiger.simulator;

import io.github.camelvtiger.simulator.clock.SimulatorClock;
import io.github.camelvtiger.simulator.metadata.CustomMetadata;
import io.github.camelvtiger.simulator.metadata.Release;
import io.github.camelvtiger.simulator.rest.RestEdition;
import io.github.camelvtiger.simulator.seed.Seed;
import io.github.camelvtiger.simulator.store.SaveGaps;
import java.time.Duration;
import java.util.Optional;

/** How a {@link SimulatorServer} is to be. If nothing is said: a free port of 127.0.0.1, the demo's data, the system's clock, atomic saves. */
public final class SimulatorBuilder {

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
    private Optional<Behaviour> behaviour = Optional.empty();
    private Release release = Release.V8_2_0;
    private CustomMetadata custom = CustomMetadata.NONE;
    private boolean displayErrors;
    private boolean costModel;
    private boolean rest;
    private Optional<RestEdition> restEdition = Optional.empty();

    SimulatorBuilder() {}

    public SimulatorBuilder host(String host) {
        this.host = host;
        return this;
    }

    /** @param port 0 for any free one, which the server then keeps */
    public SimulatorBuilder port(int port) {
        this.port = port;
        return this;
    }

    public SimulatorBuilder seed(Seed seed) {
        this.seed = seed;
        return this;
    }

    /** @param seed {@code empty}, {@code demo} or {@code contacts=N} */
    public SimulatorBuilder seed(String seed) {
        return seed(Seed.parse(seed));
    }

    public SimulatorBuilder clock(SimulatorClock clock) {
        this.clock = clock;
        return this;
    }

    /** @param seed two servers of the same one have the same data and the same access key */
    public SimulatorBuilder random(long seed) {
        this.random = seed;
        return this;
    }

    public SimulatorBuilder saveGaps(SaveGaps gaps) {
        this.saveGaps = gaps;
        return this;
    }

    /** @param idle how long a session lives that is not used */
    public SimulatorBuilder sessionIdle(Duration idle) {
        this.sessionIdle = idle;
        return this;
    }

    /** @param open whether faults can be armed by HTTP under {@code /simulator/} */
    public SimulatorBuilder controlApi(boolean open) {
        this.controlApi = open;
        return this;
    }

    /** @param key of admin; a random one if it is not said */
    public SimulatorBuilder accessKey(String key) {
        this.accessKey = key;
        return this;
    }

    /** @param behaviour whether the operations work that PHP 8 breaks; PHP 8 by default, but not for 7.3.0, which cannot run on it */
    public SimulatorBuilder behaviour(Behaviour behaviour) {
        this.behaviour = Optional.of(behaviour);
        return this;
    }

    /** @param release of Vtiger; 8.2.0 by default */
    public SimulatorBuilder release(Release release) {
        this.release = release;
        return this;
    }

    /** @param release of Vtiger: 8.4.0, 8.3.0, 8.2.0, 8.0.0 or 7.3.0 */
    public SimulatorBuilder release(String release) {
        return release(Release.parse(release));
    }

    /** @param custom fields and modules besides those of every installation */
    public SimulatorBuilder metadata(CustomMetadata custom) {
        this.custom = custom;
        return this;
    }

    /** @param on whether a PHP error answers HTTP 200, as it does if PHP's display_errors is on */
    public SimulatorBuilder displayErrors(boolean on) {
        this.displayErrors = on;
        return this;
    }

    /**
     * @param on whether calls take the time they take on a real server, which passes on the server's clock; they
     *     are answered at once if nothing is said
     */
    public SimulatorBuilder costModel(boolean on) {
        this.costModel = on;
        return this;
    }

    /**
     * @param on whether the server speaks the REST protocol of Vtiger Cloud besides {@code webservice.php}; an open-source
     *     Vtiger, which it is by default, answers 404 there
     */
    public SimulatorBuilder rest(boolean on) {
        this.rest = on;
        return this;
    }

    /**
     * Opens the REST protocol as well.
     *
     * @param edition of Vtiger Cloud, whose limits the REST protocol then keeps, on the server's clock; there are none
     *     by default
     */
    public SimulatorBuilder restEdition(RestEdition edition) {
        rest(true);
        this.restEdition = Optional.of(edition);
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
                behaviour.orElse(release.needsOldPhp() ? Behaviour.COMPAT : Behaviour.PHP8),
                release,
                custom,
                displayErrors,
                costModel,
                rest,
                restEdition));
    }

    public SimulatorServer start() {
        return build().start();
    }
}
