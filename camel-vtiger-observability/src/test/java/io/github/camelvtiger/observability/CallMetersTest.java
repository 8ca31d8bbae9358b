package io.github.camelvtiger.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.apache.camel.BindToRegistry;
import org.junit.jupiter.api.Test;

class CallMetersTest extends ObservedTestSupport {

    @BindToRegistry("metricsRegistry")
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void callsAreTimedByOperationAndFailure() {
        template.requestBody("vtiger:create/Leads", Map.of("lastname", "Measured", "company", "Acme"));
        assertThat(catchThrowable(() -> template.requestBody("vtiger:retrieve/Leads", "10x999999")))
                .isNotNull();

        Timer created = meters.get("camel.vtiger.calls")
                .tag("operation", "create")
                .tag("exception", "none")
                .timer();
        assertThat(created.count()).isEqualTo(1);
        assertThat(created.totalTime(java.util.concurrent.TimeUnit.NANOSECONDS)).isPositive();
        assertThat(meters.get("camel.vtiger.calls")
                        .tag("operation", "retrieve")
                        .tag("exception", "AccessDeniedException")
                        .timer()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void sessionsAndWaitsAreGauges() {
        template.requestBody("vtiger:listTypes", (Object) null);

        assertThat(meters.get("camel.vtiger.sessions.open")
                        .tag("user", crm.username())
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(meters.get("camel.vtiger.sessions.busy").gauge().value()).isZero();
        assertThat(meters.get("camel.vtiger.sessions.lost").functionCounter().count())
                .isZero();
        assertThat(meters.get("camel.vtiger.rate.delayed").functionCounter().count())
                .isZero();
    }

    @Test
    void noMeterKnowsASecretOrARecord() {
        template.requestBody("vtiger:create/Leads", Map.of("lastname", "Measured", "company", "Acme"));

        assertThat(meters.getMetersAsString()).doesNotContain(crm.accessKey()).doesNotContain("Measured");
    }
}
