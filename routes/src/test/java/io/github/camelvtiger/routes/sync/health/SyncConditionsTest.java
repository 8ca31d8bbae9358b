package io.github.camelvtiger.routes.sync.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.health.SyncConditions.Condition;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncConditionsTest {

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final SyncConditions conditions = new SyncConditions(context);

    @BeforeEach
    void start() {
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void eachSyncIsWellOrSaysWhatIsWrong() {
        check("syncs", "sync:people", "people", Optional.empty());
        check("syncs", "sync:orders", "orders", Optional.of("The sync orders does not run."));
        check("camel", "consumer:orders", "orders", Optional.of("The CRM does not answer."));

        assertThat(conditions.all())
                .containsExactlyInAnyOrder(
                        new Condition("people", Optional.empty()),
                        new Condition("orders", Optional.of("The sync orders does not run.")));
        assertThat(conditions.trouble("people")).isEmpty();
        assertThat(conditions.trouble("orders")).hasValue("The sync orders does not run.");
        assertThat(conditions.trouble("invoices")).isEmpty();
    }

    private void check(String group, String id, String sync, Optional<String> trouble) {
        HealthCheckRegistry.get(context).register(new AbstractHealthCheck(group, id) {
            @Override
            protected void doCall(HealthCheckResultBuilder result, Map<String, Object> options) {
                result.detail("sync", sync);
                trouble.ifPresentOrElse(sentence -> result.down().message(sentence), result::up);
            }
        });
    }
}
