package io.github.camelvtiger.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.BindToRegistry;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsumerMetersTest extends ObservedTestSupport {

    @BindToRegistry("metricsRegistry")
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @TempDir
    Path cursors;

    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void release() {
        released.countDown();
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("vtiger:changes/Leads?delay=50&initialDelay=0&onFailure=park&startFrom=beginning"
                                + "&cursorDirectory=RAW(" + cursors + ")")
                        .routeId("feed")
                        .process(ConsumerMetersTest.this::receive);
            }
        };
    }

    private void receive(Exchange exchange) throws InterruptedException {
        String name = (String) exchange.getIn().getBody(Map.class).get("lastname");
        if (name.equals("Stuck")) {
            released.await();
        }
        if (name.equals("Failing")) {
            throw new IllegalStateException("the route fails");
        }
    }

    @Test
    void aFeedHasItsMetersWhileItRuns() throws Exception {
        assertThat(feed("lag")).isZero();
        template.requestBody("vtiger:create/Leads", Map.of("lastname", "Failing", "company", "Acme"));
        await().atMost(Duration.ofSeconds(30)).until(() -> feed("parked") == 1);
        assertThat(deliveries("created", "parked")).isEqualTo(1);

        template.requestBody("vtiger:create/Leads", Map.of("lastname", "Stuck", "company", "Acme"));
        await().atMost(Duration.ofSeconds(30)).until(() -> feed("inflight") == 1);
        await().until(() -> feed("lag") > 1);
        released.countDown();
        await().until(() -> deliveries("created", "delivered") == 1);
        await().until(() -> feed("lag") == 0);
        assertThat(feed("inflight")).isZero();
        assertThat(deliveries("updated", "delivered")).isZero();

        context.getRouteController().stopRoute("feed");
        assertThat(meters.getMeters())
                .noneMatch(meter -> meter.getId().getName().startsWith("camel.vtiger.feed"));
        context.getRouteController().startRoute("feed");
        assertThat(feed("inflight")).isZero();
    }

    private double feed(String figure) {
        return meters.get("camel.vtiger.feed." + figure)
                .tags(
                        "crm",
                        crm(),
                        "user",
                        crm.username(),
                        "operation",
                        "changes",
                        "module",
                        "Leads",
                        "routeId",
                        "feed")
                .gauge()
                .value();
    }

    private double deliveries(String event, String outcome) {
        return meters.get("camel.vtiger.feed.deliveries")
                .tags("routeId", "feed", "event", event, "outcome", outcome)
                .functionCounter()
                .count();
    }

    private static String crm() {
        return crm.url().replaceFirst("^http://", "").replaceFirst("/$", "");
    }
}
