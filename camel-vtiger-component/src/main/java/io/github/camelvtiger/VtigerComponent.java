package io.github.camelvtiger;

import io.github.camelvtiger.changes.WriteBroadcast;
import io.github.camelvtiger.client.CallListener;
import io.github.camelvtiger.client.EndedCall;
import io.github.camelvtiger.crm.VtigerClient;
import io.github.camelvtiger.operation.Connections;
import io.github.camelvtiger.upsert.KeyQueues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.SSLContextParametersAware;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.jsse.SSLContextParameters;

/** Makes the endpoints and owns what they share: one client for each distinct connection. */
@Component(VtigerComponent.SCHEME)
public class VtigerComponent extends HealthCheckComponent implements SSLContextParametersAware {

    static final String SCHEME = "vtiger";

    @Metadata(description = "The options that endpoints start from.")
    private VtigerConfiguration configuration = new VtigerConfiguration();

    @Metadata(
            label = "security",
            defaultValue = "false",
            description = "Whether to use the TLS settings of the Camel context.")
    private boolean useGlobalSslContextParameters;

    private final CallStatistics statistics = new CallStatistics();
    private final List<CallListener> callListeners = new CopyOnWriteArrayList<>(List.of(statistics));
    private final RunningConsumers runningConsumers = new RunningConsumers();
    private final ActiveCursors cursors = new ActiveCursors();
    private final KeyQueues upsertKeys = new KeyQueues();
    private final WriteBroadcast ownWrites = new WriteBroadcast();
    private InstantSource clock = InstantSource.system();
    private LongSupplier nanoTime = System::nanoTime;
    private ClientRegistry clients;
    private HintSources hintSources;
    private ExecutorService callbacks;

    public VtigerComponent() {
        this(null);
    }

    @SuppressWarnings("this-escape") // Camel only keeps the extension
    public VtigerComponent(CamelContext context) {
        super(context);
        registerExtension(VtigerComponentVerifier::new);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        EndpointPath path = EndpointPath.of(remaining, parameters);
        VtigerConfiguration own = configuration.copy();
        new ConnectionResolver(getCamelContext()).apply(parameters, own);
        VtigerEndpoint endpoint = new VtigerEndpoint(uri, this, own);
        endpoint.setOperation(path.operation());
        endpoint.setModule(path.module());
        new OptionTexts((PropertyConfigurerGetter) getEndpointPropertyConfigurer()).check(parameters);
        setProperties(endpoint, parameters);
        return endpoint;
    }

    /** Camel's own check shows the values of what it does not know. */
    @Override
    protected void validateParameters(String uri, Map<String, Object> parameters, String optionPrefix) {
        if (!parameters.isEmpty()) {
            Set<String> known = getCamelContext()
                    .getCamelContextExtension()
                    .getEndpointUriFactory("vtiger")
                    .propertyNames();
            throw new IllegalArgumentException(UnknownOptions.sentence(parameters.keySet(), known));
        }
    }

    @Override
    public PropertyConfigurer getComponentPropertyConfigurer() {
        PropertyConfigurer generated = super.getComponentPropertyConfigurer();
        return generated == null ? null : new CheckedConfigurer(generated);
    }

    ClientRegistry clients() {
        return clients;
    }

    /** The client of a connection; made at the first call, shared by all endpoints with the same options. */
    VtigerClient client(VtigerConnection connection) {
        SSLContextParameters own = connection.getSslContextParameters();
        return clients.client(
                connection,
                own == null && useGlobalSslContextParameters ? getCamelContext().getSSLContextParameters() : own);
    }

    /** Those that the application has configured: the options of this component, and beans. */
    Connections connections() {
        return new Connections(new ConnectionList(this)::all, clock);
    }

    private void ended(EndedCall call) {
        callListeners.forEach(listener -> listener.ended(call));
    }

    /** From now on the listener learns how each call of a CRM ends, whatever endpoint made it. */
    public void addCallListener(CallListener listener) {
        callListeners.add(listener);
    }

    /** What the clients of this component's endpoints are doing at this moment; one for each distinct connection in use. */
    public List<ClientStatus> clientStatus() {
        return clients == null ? List.of() : clients.status();
    }

    /** How the calls of all clients ended so far. */
    public CallStatistics statistics() {
        return statistics;
    }

    /** What the running consumers of this component are doing at this moment, also those behind {@code master:}. */
    public List<ConsumerStatus> consumerStatus() {
        return runningConsumers.status();
    }

    /** From now on the listener runs when a consumer has started or stopped, on the thread that does so: it must not throw. */
    public void addConsumerListener(Runnable listener) {
        runningConsumers.addListener(listener);
    }

    RunningConsumers runningConsumers() {
        return runningConsumers;
    }

    ActiveCursors cursors() {
        return cursors;
    }

    /** From where feeds get hints. */
    HintSources hintSources() {
        return hintSources;
    }

    /** One for all endpoints: two of them may upsert the same key. */
    KeyQueues upsertKeys() {
        return upsertKeys;
    }

    /** What all producers write, for the feeds that leave it out. */
    WriteBroadcast ownWrites() {
        return ownWrites;
    }

    /** This machine's clock. */
    InstantSource clock() {
        return clock;
    }

    /** A monotonic clock. */
    LongSupplier nanoTime() {
        return nanoTime;
    }

    void useClock(InstantSource other) {
        clock = other;
        nanoTime = () -> Duration.between(Instant.EPOCH, other.instant()).toNanos();
    }

    /** Threads on which routes go on after an answer of the CRM. */
    Executor callbacks() {
        return callbacks;
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        clients = new ClientRegistry(getCamelContext(), this::ended);
        hintSources = new HintSources(getCamelContext());
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        callbacks = getCamelContext().getExecutorServiceManager().newDefaultThreadPool(this, "VtigerCallback");
    }

    @Override
    protected void doStop() throws Exception {
        clients.close();
        getCamelContext().getExecutorServiceManager().shutdown(callbacks);
        super.doStop();
    }

    public VtigerConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(VtigerConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public boolean isUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    @Override
    public void setUseGlobalSslContextParameters(boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
