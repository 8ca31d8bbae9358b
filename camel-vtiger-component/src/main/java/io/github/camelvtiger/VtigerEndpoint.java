package io.github.camelvtiger;

import io.github.camelvtiger.changes.ProducerWrite;
import io.github.camelvtiger.changes.WriteBroadcast;
import io.github.camelvtiger.crm.VtigerClient;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.MultipleConsumersSupport;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.spi.EndpointServiceLocation;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;

/** Read, write and follow the records of a Vtiger CRM. */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "vtiger",
        title = "Vtiger",
        syntax = "vtiger:operation/module",
        category = {Category.CLOUD, Category.API},
        headersClass = VtigerConstants.class)
public class VtigerEndpoint extends ScheduledPollEndpoint
        implements AsyncEndpoint, EndpointServiceLocation, MultipleConsumersSupport {

    @UriPath(description = "What to do.")
    @Metadata(required = true)
    private VtigerOperation operation;

    @UriPath(description = "API name of the module, such as Contacts or HelpDesk.")
    private String module;

    @UriParam
    private final VtigerConfiguration configuration;

    @UriParam(
            label = "consumer,scheduler",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "Time from the end of one poll to the next.")
    private long delay = 60_000;

    /** Null where own changes are delivered like others. It lives as long as the endpoint: producers go on while a route is stopped. */
    private WriteBroadcast.OfOneCrm.Log ownWrites;

    @SuppressWarnings("this-escape") // Camel's constructor only keeps what it is given
    public VtigerEndpoint(String uri, VtigerComponent component, VtigerConfiguration configuration) {
        super(uri, component);
        this.configuration = configuration;
        super.setDelay(delay);
    }

    /** The client of this endpoint's connection; made at the first call, shared by all endpoints of that connection. */
    public VtigerClient client() {
        VtigerConnection connection = connection();
        return getComponent().client(connection);
    }

    /** An endpoint that only lists the connections of the application needs none of its own. */
    boolean needsConnection() {
        return operation != VtigerOperation.CONNECTIONS
                || !allowedOperations().isEmpty()
                || connection().getUrl() != null;
    }

    /** The option {@code events}, read. */
    public Set<VtigerEvent> events() {
        return VtigerEvent.parse(configuration.getEvents());
    }

    /** The operations that a header may choose besides this endpoint's own. */
    Set<VtigerOperation> allowedOperations() {
        return OperationNames.parseAllowed(configuration.getAllowedOperations());
    }

    /** What was written to a module since the last call, where the feed of this endpoint leaves that out. */
    List<ProducerWrite> ownWrites(int idPrefix) {
        return ownWrites == null ? List.of() : ownWrites.take(idPrefix);
    }

    /** The CRM's host and path, the same for all users and however its address is written. */
    String crm() {
        return ClientSettingsFactory.of(connection(), null).crm();
    }

    private VtigerConnection connection() {
        return configuration.getConnection() == null ? configuration : configuration.getConnection();
    }

    @Override
    public Producer createProducer() throws Exception {
        if (!operation.isProducer()) {
            throw new IllegalArgumentException("The operation " + operation.uriName()
                    + " can be used in 'from' only, but " + this + " is used in 'to'; did you mean vtiger:"
                    + path(VtigerOperation.QUERY) + " or vtiger:" + path(VtigerOperation.EXPORT)
                    + ", which read records when a message asks for them?");
        }
        return new VtigerProducer(this);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!operation.isConsumer()) {
            throw new IllegalArgumentException("The operation " + operation.uriName()
                    + " can be used in 'to' only, but " + this + " is used in 'from'; did you mean vtiger:"
                    + path(operation.writes() ? VtigerOperation.CHANGES : VtigerOperation.QUERY) + "?");
        }
        Consumer consumer =
                switch (operation) {
                    case CHANGES -> new ChangesConsumer(this, processor);
                    case WEBHOOK -> new WebhookConsumer(this, processor);
                    default -> new QueryConsumer(this, processor);
                };
        if (operation != VtigerOperation.WEBHOOK) {
            configureConsumer(consumer);
        }
        return consumer;
    }

    private String path(VtigerOperation other) {
        return other.uriName() + (module == null ? "" : "/" + module);
    }

    @Override
    protected void doInit() throws Exception {
        super.doInit();
        if (needsConnection()) {
            ClientSettingsFactory.require(connection());
        }
        events();
        allowedOperations();
        requireSessions();
        requireHintsOfAFeed();
        if (configuration.isIgnoreOwnChanges() && operation == VtigerOperation.CHANGES && ownWrites == null) {
            ownWrites = getComponent().ownWrites().of(crm()).follow();
        }
    }

    @Override
    protected void doShutdown() throws Exception {
        if (ownWrites != null) {
            ownWrites.close();
            ownWrites = null;
        }
        super.doShutdown();
    }

    /** What is set for all endpoints concerns only those that can use it. */
    private void requireHintsOfAFeed() {
        String hints = configuration.getHints();
        if (hints != null
                && operation != VtigerOperation.CHANGES
                && !hints.equals(getComponent().getConfiguration().getHints())) {
            throw new IllegalArgumentException("The option hints is set for the operation " + operation.uriName()
                    + ", but only vtiger:changes looks because of hints; leave it out.");
        }
    }

    private void requireSessions() {
        int parallelism = configuration.getParallelism();
        int sessions = connection().getMaxSessions();
        if (parallelism < 1 || parallelism > sessions) {
            throw new IllegalArgumentException("The option parallelism=" + parallelism
                    + " must lie between 1 and maxSessions, which is " + sessions
                    + ": the CRM serves one request of a session at a time.");
        }
    }

    /** Two that would share a cursor are refused by the consumer itself, which names the cursor. */
    @Override
    public boolean isMultipleConsumersSupported() {
        return true;
    }

    @Override
    public VtigerComponent getComponent() {
        return (VtigerComponent) super.getComponent();
    }

    @Override
    public String getServiceUrl() {
        return connection().location();
    }

    @Override
    public String getServiceProtocol() {
        return "http";
    }

    @Override
    public Map<String, String> getServiceMetadata() {
        return connection().getUsername() == null
                ? null
                : Map.of("username", connection().getUsername());
    }

    public VtigerConfiguration getConfiguration() {
        return configuration;
    }

    public VtigerOperation getOperation() {
        return operation;
    }

    public void setOperation(VtigerOperation operation) {
        this.operation = operation;
    }

    public String getModule() {
        return module;
    }

    public void setModule(String module) {
        this.module = module;
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        this.delay = delay;
        super.setDelay(delay);
    }
}
