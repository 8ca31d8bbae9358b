package io.github.camelvtiger.routes.sync.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.routes.sync.definition.Components.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.tooling.model.ComponentModel;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    private static final Path FILE =
            Path.of("src/main/resources/io/github/camelvtiger/routes/sync/definition/components.properties");

    @Test
    void knowsTheComponentsOfThisVersionOfCamel() throws IOException {
        DefaultCamelCatalog catalog = new DefaultCamelCatalog();
        String listed = catalog.findComponentNames().stream()
                .sorted()
                .map(catalog::componentModel)
                .map(ComponentsTest::line)
                .collect(Collectors.joining());
        String file = Files.readString(FILE);
        String comments = file.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        if (Boolean.getBoolean("vtiger.docs.write")) {
            Files.writeString(FILE, comments + listed);
        }

        assertThat(file).isEqualTo(comments + listed);
    }

    private static String line(ComponentModel component) {
        String only = component.isProducerOnly() ? " to" : component.isConsumerOnly() ? " from" : "";
        return component.getScheme() + "=" + component.getArtifactId() + only + "\n";
    }

    @Test
    void takesWhatPeopleAddThemselves() {
        Components components = new Components(new Properties(), "ours"::equals);

        assertThat(components.fault("ours", Use.SOURCE, bean -> false)).isEmpty();
        assertThat(components.fault("partner", Use.TARGET, "partner"::equals))
                .as("a bean of application.properties")
                .isEmpty();
        assertThat(components.fault("partner", Use.TARGET, bean -> false)).isPresent();
    }

    @Test
    void theApplicationHasThoseThatPeopleExpect() {
        Components components = Components.ofCamel();

        for (String scheme : new String[] {"jms", "kafka", "smtp", "ftp", "sftp", "https", "direct"}) {
            assertThat(components.fault(scheme, Use.TARGET, bean -> false))
                    .as(scheme)
                    .isEmpty();
        }
    }
}
