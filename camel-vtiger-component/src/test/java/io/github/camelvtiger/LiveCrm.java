package io.github.camelvtiger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.camelvtiger.simulator.Behaviour;
import io.github.camelvtiger.simulator.SimulatorBuilder;
import io.github.camelvtiger.simulator.SimulatorServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * The Vtiger of a live test: any server, by {@code -Dvtiger.url -Dvtiger.username -Dvtiger.access-key}, or else a simulator,
 * whose release {@code -Dvtiger.simulator} chooses: {@code compat} or a number such as {@code 8.3.0}. What a test creates
 * here is deleted at the end.
 */
final class LiveCrm implements AutoCloseable {

    private final String mark = "lt" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> created = Collections.synchronizedList(new ArrayList<>());
    private final CamelContext context = new DefaultCamelContext();
    private final SimulatorServer simulator;
    private final ProducerTemplate template;
    private final Map<String, String> references = new LinkedHashMap<>();
    private final List<?> types;
    private final AtomicInteger number = new AtomicInteger();

    LiveCrm() {
        VtigerComponent component = new VtigerComponent();
        VtigerConfiguration connection = component.getConfiguration();
        connection.setUrl(System.getProperty("vtiger.url"));
        connection.setUsername(System.getProperty("vtiger.username"));
        connection.setAccessKey(System.getProperty("vtiger.access-key"));
        simulator = connection.getUrl() == null ? simulator() : null;
        if (simulator != null) {
            connection.setUrl(simulator.url());
            connection.setUsername(simulator.username());
            connection.setAccessKey(simulator.accessKey());
        }
        context.addComponent("vtiger", component);
        context.start();
        template = context.createProducerTemplate();
        types = template.requestBody("vtiger:listTypes", null, List.class);
    }

    private static SimulatorServer simulator() {
        String variant = System.getProperty("vtiger.simulator", "8.2.0");
        SimulatorBuilder builder = SimulatorServer.builder().seed("empty");
        return (variant.equals("compat") ? builder.behaviour(Behaviour.COMPAT) : builder.release(variant)).start();
    }

    boolean isSimulated() {
        return simulator != null;
    }

    CamelContext context() {
        return context;
    }

    /** In the texts of all that this test creates. */
    String mark() {
        return mark;
    }

    Exchange call(String uri, Object body) {
        return template.request(uri, exchange -> exchange.getMessage().setBody(body));
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

    /** A new record of an example. */
    Map<?, ?> create(String module, Map<String, Object> example) {
        Map<String, Object> complete = complete(example);
        Map<?, ?> made = record(call("vtiger:create/" + module, complete));
        created.add((String) made.get("id"));
        return made;
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
    private String reference(String module) {
        String known = references.get(module);
        if (known == null) {
            known = ModuleExamples.isBaseData(module)
                    ? first(module)
                    : (String)
                            create(module, ModuleExamples.of(module).record()).get("id");
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
        Collections.reverse(created);
        template.requestBody("vtiger:delete", new ArrayList<>(created));
        context.stop();
        if (simulator != null) {
            simulator.close();
        }
    }
}
