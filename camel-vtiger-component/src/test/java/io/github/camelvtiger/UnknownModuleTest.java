package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

/** A feed of a module that the CRM does not have, or not yet. */
class UnknownModuleTest extends FeedTestSupport {

    @Test
    void itIsLoggedOnceWithTheNearestNameAndPolledOn() throws Exception {
        try (LogLines log = LogLines.of(Level.INFO)) {
            follow("Leds", "startFrom=now");
            await().until(() -> log.lines().anyMatch(line -> line.contains("Leds")));
            aPollGoesBy();
            aPollGoesBy();
            assertThat(log.lines().filter(line -> line.contains("Leds") && line.contains("keeps looking")))
                    .singleElement()
                    .asString()
                    .contains("Leads");
        }
        assertThat(health().getState()).isEqualTo(HealthCheck.State.DOWN);
        assertThat(health().getMessage().orElse("")).contains("Leds").contains("Leads");
    }

    @Test
    void aQueryOfOneIsLoggedOnceAsWell() throws Exception {
        try (LogLines log = LogLines.of(Level.INFO)) {
            context = ClockedVtiger.context(clock);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("vtiger:query/Leds?delay=50&initialDelay=0&url=" + server.url()
                                    + "&username=admin&accessKey=RAW(" + server.accessKey() + ")")
                            .routeId("feed")
                            .process(received::add);
                }
            });
            context.start();
            await().until(() -> log.lines().anyMatch(line -> line.contains("keeps looking")));
            aPollGoesBy();
            assertThat(log.lines().filter(line -> line.contains("keeps looking")))
                    .singleElement()
                    .asString()
                    .contains("Leads");
        }
    }

    @Test
    void itRecoversByItselfWhenTheModuleIsSwitchedOn() throws Exception {
        AtomicBoolean hidden = new AtomicBoolean(true);
        try (RewritingProxy proxy = new RewritingProxy(
                        server.url(), (asked, answer) -> hidden.get() ? withoutLeads(asked, answer) : answer);
                LogLines log = LogLines.of(Level.INFO)) {
            context = ClockedVtiger.context(clock);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("vtiger:changes/Leads?delay=50&initialDelay=0&startFrom=now&url=" + proxy.url()
                                    + "&username=admin&accessKey=RAW(" + server.accessKey()
                                    + ")&cursorDirectory=RAW(" + cursors + ")")
                            .routeId("feed")
                            .process(received::add);
                }
            });
            context.start();
            await().until(() -> log.lines().anyMatch(line -> line.contains("keeps looking")));
            hidden.set(false);
            await().until(() -> log.lines().anyMatch(line -> line.contains("has found its module")));
            server.crm().create("Leads", Map.of("lastname", "Anna"));
            clock.advance(Duration.ofSeconds(5));
            await().until(() -> received.size() == 1);
            assertThat(health().getState()).isEqualTo(HealthCheck.State.UP);
        } finally {
            stopFeed();
        }
    }

    private static String withoutLeads(String asked, String answer) {
        return asked.contains("operation=describe")
                ? "{\"success\":false,\"error\":{\"code\":\"ACCESS_DENIED\",\"message\":\"Permission to perform the operation is denied\"}}"
                : answer.replace("\"Leads\"", "\"Other\"");
    }

    @Test
    void aPollItsPagesAndItsPassesAreInTheLogAtDebug() throws Exception {
        try (LogLines log = LogLines.of(Level.DEBUG)) {
            server.crm().create("Contacts", Map.of("lastname", "Anna"));
            clock.advance(Duration.ofSeconds(5));
            follow("Contacts", "startFrom=" + BEGIN);
            await().until(() -> received.size() == 1);
            aPollGoesBy();
            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("Contacts: a page of pass 3") && line.contains("1 rows"))
                    .anyMatch(line -> line.startsWith("Contacts: all passes"))
                    .anyMatch(line -> line.startsWith("Contacts: a poll is over, with 1 changes"));
        }
    }

    private HealthCheck.Result health() {
        return HealthCheckHelper.invoke(context).stream()
                .filter(result -> result.getCheck().getId().startsWith("consumer:vtiger"))
                .findFirst()
                .orElseThrow();
    }
}
