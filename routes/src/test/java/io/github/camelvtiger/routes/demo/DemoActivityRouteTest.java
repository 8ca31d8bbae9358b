package io.github.camelvtiger.routes.demo;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.VtigerComponent;
import java.util.Random;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class DemoActivityRouteTest {

    @Test
    void refusesAnyOtherCrmThanItsOwnSimulator() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            VtigerComponent vtiger = context.getComponent("vtiger", VtigerComponent.class);
            vtiger.getConfiguration().setUrl("https://crm.example.com");
            vtiger.getConfiguration().setUsername("somebody");
            vtiger.getConfiguration().setAccessKey("key");

            assertThatThrownBy(() -> context.addRoutes(new DemoActivityRoute(
                            "http://127.0.0.1:8080", new DemoEdits(new Random(1), true), true, false)))
                    .hasMessageContaining("https://crm.example.com")
                    .hasMessageContaining("only against the simulator of its own process");
        }
    }
}
