package io.github.camelvtiger.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.simulator.junit5.VtigerSimulator;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The transaction of docs/patterns.md, with a real transaction manager. */
class TransactedPatternsTest {

    @RegisterExtension
    static final VtigerSimulator crm = VtigerSimulator.withSeed("empty");

    @TempDir
    Path cursors;

    @Test
    void whatWasRolledBackComesAgain() throws InterruptedException {
        String id = crm.crm().create("Contacts", Map.of("lastname", "Transacted"));
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--camel.component.vtiger.url=" + crm.url(),
                        "--camel.component.vtiger.username=" + crm.username(),
                        "--camel.component.vtiger.access-key=" + crm.accessKey(),
                        "--camel.component.vtiger.cursor-directory=" + cursors,
                        "--spring.datasource.url=jdbc:h2:mem:transacted")) {
            MockEndpoint merged =
                    application.getBean(CamelContext.class).getEndpoint("mock:merged", MockEndpoint.class);
            merged.setResultWaitTime(60_000);
            merged.expectedMessageCount(1);

            merged.assertIsSatisfied();
            assertThat(application.getBean(Contacts.class).tries).hasValue(2);
            assertThat(application
                            .getBean(JdbcTemplate.class)
                            .queryForList("select id || ' ' || tried from contacts", String.class))
                    .as("the row of the first try was rolled back")
                    .containsExactly(id + " 2");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        RouteBuilder merge() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("vtiger:changes/Contacts?delay=50&initialDelay=0&startFrom=beginning")
                            .transacted()
                            .bean("contacts", "merge")
                            .to("mock:merged");
                }
            };
        }

        @Bean
        Contacts contacts(JdbcTemplate database) {
            database.execute("create table contacts (id varchar(20), tried int, primary key (id, tried))");
            return new Contacts(database, new AtomicInteger());
        }
    }

    record Contacts(JdbcTemplate database, AtomicInteger tries) {

        public void merge(Map<String, Object> contact) {
            int tried = tries.incrementAndGet();
            database.update("merge into contacts (id, tried) key (id) values (?, ?)", contact.get("id"), tried);
            if (tried == 1) {
                throw new IllegalStateException("the first try fails after its statement");
            }
        }
    }
}
