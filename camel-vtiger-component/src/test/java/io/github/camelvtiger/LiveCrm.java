package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelvtiger.client.BatchResult;
import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.client.RecordNotFoundException;
import io.github.camelvtiger.client.VtigerException;
import io.github.camelvtiger.crm.Capability;
import io.github.camelvtiger.crm.CapabilityFinding;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** The Vtiger of a test of the live suite ({@link LiveServers}). What a test creates here is deleted at the end. */
final class LiveCrm implements AutoCloseable {

    private final String mark = "lt" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> created = Collections.synchronizedList(new ArrayList<>());
    private final CamelContext context = new DefaultCamelContext();
    private final String name;
    private final Optional<SimulatorServer> simulator;
    private final ProducerTemplate template;
    private final Map<String, String> references = new LinkedHashMap<>();
    private final List<?> types;
    private final AtomicInteger number = new AtomicInteger();

    private LiveCrm(String name, Consumer<VtigerConfiguration> server, Optional<SimulatorServer> simulator) {
        this.name = name;
        this.simulator = simulator;
        VtigerComponent component = new VtigerComponent();
        server.accept(component.getConfiguration());
        context.addComponent("vtiger", component);
        context.start();
        template = context.createProducerTemplate();
        types = template.requestBody("vtiger:listTypes", null, List.class);
    }

    /** @param server its address and user */
    static LiveCrm real(Consumer<VtigerConfiguration> server) {
        return new LiveCrm("real", server, Optional.empty());
    }

    static LiveCrm simulated(String name, SimulatorServer simulator, VtigerProtocol protocol) {
        return new LiveCrm(
                name,
                connection -> {
                    connection.setUrl(simulator.url());
                    connection.setUsername(simulator.username());
                    connection.setAccessKey(simulator.accessKey());
                    connection.setProtocol(protocol);
                },
                Optional.of(simulator));
    }

    boolean isSimulated() {
        return simulator.isPresent();
    }

    CamelContext context() {
        return context;
    }

    /** In the texts of all that this test creates. */
    String mark() {
        return mark;
    }

    Exchange call(String uri, Object body) {
        return call(uri, body, Map.of());
    }

    /** The exchange after the call; its exception is set if the call failed. */
    Exchange call(String uri, Object body, Map<String, Object> headers) {
        return template.request(uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    <T> T body(String uri, Object body, Map<String, Object> headers, Class<T> type) {
        Exchange answer = call(uri, body, headers);
        if (answer.getException() != null) {
            throw new AssertionError(answer.getException());
        }
        return answer.getMessage().getBody(type);
    }

    /** The failure that a call must have. */
    Throwable failure(String uri, Object body, Map<String, Object> headers) {
        Exception failure = call(uri, body, headers).getException();
        assertThat(failure).as(uri).isInstanceOf(VtigerException.class);
        return failure;
    }

    Map<?, ?> record(Exchange answer) {
        if (answer.getException() != null) {
            throw new AssertionError(answer.getException());
        }
        return answer.getMessage().getBody(Map.class);
    }

    /** Skips the test if the user of this server does not see a module. */
    void requireModule(String module) {
        assumeTrue(types.contains(module), () -> "The user of this server does not see a module " + module + ".");
    }

    /** Skips the test if this server cannot do something, with the reason that its capability map gives. */
    void requireCapability(Capability capability) {
        CapabilityFinding finding = capabilities().get(capability);
        assumeTrue(
                !finding.isUnavailable(),
                () -> "This server cannot serve " + capability.key() + ": " + finding.reason());
    }

    /** Whether this server is known not to be able to do something. */
    boolean lacks(Capability capability) {
        return capabilities().get(capability).isUnavailable();
    }

    /** Skips the test of what happens if a server cannot do something, if this server can. */
    void requireLackOf(Capability capability) {
        assumeTrue(lacks(capability), () -> "This server can serve " + capability.key() + ".");
    }

    Map<Capability, CapabilityFinding> capabilities() {
        VtigerEndpoint endpoint = context.getEndpoint("vtiger:me", VtigerEndpoint.class);
        return endpoint.client().capabilities().all().join();
    }

    /** The id of a new record of an example. */
    String create(String module, Map<String, Object> example) {
        return (String) created(module, complete(example)).get("id");
    }

    /** The answer to the creation of a record as it is. */
    Map<?, ?> created(String module, Map<String, ?> record) {
        Exchange creation = call("vtiger:create/" + module, record);
        if (creation.getException() != null && LineItems.MODULES.contains(module)) {
            // Whether a server takes orders is learned from the first one.
            requireCapability(Capability.ORDERS);
        }
        Map<?, ?> made = record(creation);
        delete((String) made.get("id"));
        return made;
    }

    /** Deletes a record at the end. */
    void delete(String id) {
        created.add(id);
    }

    /** The example with this test's mark in it, and with ids of records that it refers to by {@code @Module}. */
    Map<String, Object> complete(Map<String, Object> example) {
        Map<String, Object> complete = new LinkedHashMap<>();
        example.forEach((name, value) -> complete.put(name, completed(value)));
        number.incrementAndGet();
        return complete;
    }

    private Object completed(Object value) {
        if (value instanceof List<?> items) {
            return items.stream().map(this::completed).toList();
        }
        if (value instanceof Map<?, ?> item) {
            Map<String, Object> complete = new LinkedHashMap<>();
            item.forEach((name, content) -> complete.put(String.valueOf(name), completed(content)));
            return complete;
        }
        String text = String.valueOf(value);
        return text.startsWith("@") ? reference(text.substring(1)) : text.replace("MARK", mark + " " + number.get());
    }

    /** Of base data the first record that is there; of other modules a new one. */
    String reference(String module) {
        String known = references.get(module);
        if (known == null) {
            known = ModuleExamples.isBaseData(module)
                    ? first(module)
                    : create(module, ModuleExamples.of(module).record());
            references.put(module, known);
        }
        return known;
    }

    private String first(String module) {
        List<?> rows =
                template.requestBody("vtiger:query?query=RAW(SELECT id FROM " + module + " LIMIT 1)", null, List.class);
        return (String) ((Map<?, ?>) rows.get(0)).get("id");
    }

    void forget(String id) {
        created.remove(id);
    }

    @Override
    public void close() {
        try {
            // One after the other: what refers to another record goes before it.
            Collections.reverse(created);
            BatchResult deleted = template.requestBody("vtiger:delete", new ArrayList<>(created), BatchResult.class);
            assertThat(deleted.failed())
                    .as("records that could not be removed from this server")
                    .allSatisfy(item -> assertThat(item.error()).isInstanceOf(RecordNotFoundException.class));
        } finally {
            context.stop();
            simulator.ifPresent(SimulatorServer::close);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
