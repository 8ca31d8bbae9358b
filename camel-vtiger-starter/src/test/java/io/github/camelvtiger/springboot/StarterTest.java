package io.github.camelvtiger.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.VtigerConnection;
import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class StarterTest {

    @RegisterExtension
    static final VtigerSimulator crm = VtigerSimulator.withSeed("demo");

    @Test
    void theSettingsConnectTheComponent() {
        try (ConfigurableApplicationContext application = started(settings())) {
            assertThat(modules(application)).contains("Contacts");
        }
    }

    @Test
    void optionsAreWrittenAsSpringBootWritesThem() {
        List<String> settings = settings();
        settings.add("--camel.component.vtiger.max-sessions=2");
        settings.add("--camel.component.vtiger.responseTimeout=5s");
        settings.add("--camel.component.vtiger.on-failure=park");

        try (ConfigurableApplicationContext application = started(settings)) {
            VtigerComponent component =
                    application.getBean(CamelContext.class).getComponent("vtiger", VtigerComponent.class);

            assertThat(component.getConfiguration().getMaxSessions()).isEqualTo(2);
            assertThat(component.getConfiguration().getResponseTimeout())
                    .isEqualTo(Duration.ofSeconds(5).toMillis());
            assertThat(component.getConfiguration().getOnFailure()).hasToString("PARK");
        }
    }

    @Test
    void anEndpointNamesAConnectionBean() {
        List<String> settings = settings();
        settings.set(2, "--camel.component.vtiger.access-key=not-the-one-of-eu");

        try (ConfigurableApplicationContext application = started(settings)) {
            Map<?, ?> me =
                    application.getBean(ProducerTemplate.class).requestBody("vtiger:me?connection=eu", null, Map.class);

            assertThat(me.get("user_name")).isEqualTo(crm.username());
        }
    }

    @Test
    void theComponentTakesAConnectionBean() {
        try (ConfigurableApplicationContext application = started(List.of("--camel.component.vtiger.connection=#eu"))) {
            assertThat(modules(application)).contains("Contacts");
        }
    }

    @Test
    void aMisspeltOptionIsRefusedWithoutItsValue() {
        List<String> settings = settings();
        settings.add("--camel.component.vtiger.acces-key=s3cret-key");

        assertThatThrownBy(() -> started(settings))
                .rootCause()
                .hasMessage("The setting camel.component.vtiger.acces-key is not an option of the component vtiger;"
                        + " did you mean accessKey?");
    }

    @Test
    void aValueThatIsNotOneIsRefused() {
        List<String> settings = settings();
        settings.add("--camel.component.vtiger.max-sessions=few");

        assertThatThrownBy(() -> started(settings)).hasStackTraceContaining("maxSessions");
    }

    @Test
    void theAutoConfigurationCanBeSwitchedOff() {
        List<String> settings = settings();
        settings.add("--camel.component.vtiger.enabled=false");

        assertThatThrownBy(() -> started(settings)).hasStackTraceContaining("url");
    }

    private static String modules(ConfigurableApplicationContext application) {
        return application.getBean(ProducerTemplate.class).requestBody("direct:modules", null, String.class);
    }

    private static List<String> settings() {
        return new ArrayList<>(List.of(
                "--camel.component.vtiger.url=" + crm.url(),
                "--camel.component.vtiger.username=" + crm.username(),
                "--camel.component.vtiger.access-key=" + crm.accessKey()));
    }

    private static ConfigurableApplicationContext started(List<String> settings) {
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(settings.toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        RouteBuilder modules() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:modules").to("vtiger:listTypes");
                }
            };
        }

        @Bean
        VtigerConnection eu() {
            VtigerConnection connection = new VtigerConnection();
            connection.setUrl(crm.url());
            connection.setUsername(crm.username());
            connection.setAccessKey(crm.accessKey());
            return connection;
        }
    }
}
