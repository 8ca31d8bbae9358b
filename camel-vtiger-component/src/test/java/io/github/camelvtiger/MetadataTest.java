package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.catalog.RuntimeCamelCatalog;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the metadata says of the component is what it does. */
class MetadataTest {

    /**
     * Inherited fields of Camel's own that hold -1 and null for what its documentation calls 1000 and none; and a flag
     * that follows the operation while it is not set, which Camel calls false.
     */
    private static final Set<String> DESCRIBED_OTHERWISE_BY_CAMEL = Set.of("initialDelay", "scheduler", "validate");

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();

    @TestFactory
    Stream<DynamicTest> defaultsOfTheEndpointAreThoseOfItsFields() throws IOException {
        VtigerComponent component = new VtigerComponent(context);
        return defaults(
                "properties", "vtiger-endpoint", new VtigerEndpoint("vtiger:me", component, new VtigerConfiguration()));
    }

    @TestFactory
    Stream<DynamicTest> defaultsOfTheComponentAreThoseOfItsFields() throws IOException {
        return defaults("componentProperties", "vtiger-component", new VtigerComponent(context));
    }

    private Stream<DynamicTest> defaults(String section, String configurer, Object target) throws IOException {
        PropertyConfigurerGetter getter = (PropertyConfigurerGetter)
                PluginHelper.getConfigurerResolver(context).resolvePropertyConfigurer(configurer, context);
        return ComponentPageTest.metadata().get(section).properties().stream()
                .filter(option -> !DESCRIBED_OTHERWISE_BY_CAMEL.contains(option.getKey()))
                .filter(option -> option.getValue().has("defaultValue"))
                .map(option -> DynamicTest.dynamicTest(
                        option.getKey(), () -> assertThat(getter.getOptionValue(target, option.getKey(), true))
                                .hasToString(text(option))));
    }

    private static String text(Map.Entry<String, JsonNode> option) {
        return option.getValue().get("defaultValue").asText();
    }

    @Test
    void catalogFindsWhatIsWrongWithAnEndpoint() {
        RuntimeCamelCatalog catalog = PluginHelper.getRuntimeCamelCatalog(context);
        EndpointValidationResult result = catalog.validateProperties(
                "vtiger",
                Map.of(
                        "operation",
                        "create",
                        "module",
                        "Leads",
                        "colums",
                        "lastname",
                        "maxSessions",
                        "four",
                        "onFailure",
                        "panic"));
        assertThat(result.getUnknown()).containsExactly("colums");
        assertThat(result.getInvalidInteger()).containsOnlyKeys("maxSessions");
        assertThat(result.getInvalidEnum()).containsOnlyKeys("onFailure");
    }

    @Test
    void catalogAcceptsAnEndpointWithoutConnection() {
        RuntimeCamelCatalog catalog = PluginHelper.getRuntimeCamelCatalog(context);
        EndpointValidationResult result = catalog.validateProperties(
                "vtiger", Map.of("operation", "changes", "module", "Contacts", "delay", "30s", "events", "updated"));
        assertThat(result.isSuccess()).isTrue();
    }
}
