package io.github.camelvtiger.benchmarks.ways;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.benchmarks.Crm;
import io.github.camelvtiger.client.BatchItem;
import io.github.camelvtiger.client.BatchResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Endpoints of the component in routes. */
public final class ComponentWay implements Way {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AtomicLong requests = new AtomicLong();
    private final ProducerTemplate template;

    public ComponentWay(Crm crm, int sessions) throws Exception {
        VtigerComponent vtiger = crm.component(sessions);
        vtiger.addCallListener(call -> requests.incrementAndGet());
        context.addComponent("vtiger", vtiger);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:export")
                        .to("vtiger:export/Contacts?parallelism=" + sessions)
                        .process(ComponentWay::count);
                from("direct:create").to("vtiger:create/Contacts?failOnError=true&parallelism=" + sessions);
                from("direct:upsert")
                        .to("vtiger:upsert/Contacts?matchFields=email&failOnError=true&parallelism=" + sessions);
            }
        });
        context.start();
        template = context.createProducerTemplate();
    }

    /** In the route: the stream ends with the exchange. */
    private static void count(Exchange exchange) {
        long count = 0;
        for (Iterator<?> records = exchange.getMessage().getBody(Iterator.class); records.hasNext(); records.next()) {
            count++;
        }
        exchange.getMessage().setBody(count);
    }

    @Override
    public long export() {
        return template.requestBody("direct:export", null, Long.class);
    }

    @Override
    public void create(List<Map<String, String>> contacts) {
        template.requestBody("direct:create", contacts);
    }

    @Override
    public long upsert(List<Map<String, String>> rows) {
        return template.requestBody("direct:upsert", rows, BatchResult.class).items().stream()
                .filter(item -> item.outcome() == BatchItem.Outcome.UPDATED)
                .count();
    }

    @Override
    public long feed(long records) throws Exception {
        CountDownLatch missing = new CountDownLatch(Math.toIntExact(records));
        Path cursors = Files.createTempDirectory("benchmark-cursors");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/Contacts?startFrom=beginning&initialDelay=0&cursorDirectory=RAW(" + cursors + ")")
                        .routeId("feed")
                        .process(exchange -> missing.countDown());
            }
        });
        missing.await();
        context.getRouteController().stopRoute("feed");
        context.removeRoute("feed");
        return records;
    }

    @Override
    public long requests() {
        return requests.get();
    }

    @Override
    public void close() throws Exception {
        context.close();
    }
}
