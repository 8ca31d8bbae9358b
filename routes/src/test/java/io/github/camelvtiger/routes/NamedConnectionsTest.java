package io.github.camelvtiger.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.VtigerConnection;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class NamedConnectionsTest {

    @Test
    void aCommandHasTheConnectionsOfTheSettings() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            set(context, "camel.beans.eu", "#class:io.github.camelvtiger.VtigerConnection");
            set(context, "camel.beans.eu.url", "{{place}}/crm");
            set(context, "camel.beans.eu.username", "sync");
            set(context, "camel.beans.eu.access-key", "secret");
            set(context, "camel.beans.eu.max-sessions", "2");
            set(context, "camel.beans.other", "#class:java.util.Date");
            set(context, "place", "https://example.com");

            NamedConnections.bind(context, Settings.of(context));

            VtigerConnection eu = context.getRegistry().lookupByNameAndType("eu", VtigerConnection.class);
            assertThat(eu.getUrl()).isEqualTo("https://example.com/crm");
            assertThat(eu.getUsername()).isEqualTo("sync");
            assertThat(eu.getAccessKey()).isEqualTo("secret");
            assertThat(eu.getMaxSessions()).isEqualTo(2);
            assertThat(context.getRegistry().lookupByName("other")).isNull();
        }
    }

    private static void set(DefaultCamelContext context, String name, String value) {
        context.getPropertiesComponent().addInitialProperty(name, value);
    }
}
