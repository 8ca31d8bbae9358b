package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of options, however their names are written and wherever they are set. */
class OptionTextsTest {

    @AutoClose
    private final DefaultCamelContext context = new DefaultCamelContext();

    private final VtigerComponent component = new VtigerComponent();

    @BeforeEach
    void start() {
        complete(component.getConfiguration());
        context.addComponent("vtiger", component);
        context.start();
    }

    static List<String> durations() {
        // Camel's own initialDelay is a number of milliseconds by its metadata, and a duration like delay for its
        // users.
        return Stream.concat(options("duration"), Stream.of("initialDelay")).toList();
    }

    static List<String> numbers() {
        return Stream.of("integer", "number")
                .flatMap(OptionTextsTest::options)
                .filter(option -> !durations().contains(option))
                .toList();
    }

    private static Stream<String> options(String type) {
        try (InputStream catalog =
                VtigerComponent.class.getResourceAsStream("/META-INF/io/github/camelvtiger/vtiger.json")) {
            JsonNode options = new ObjectMapper().readTree(catalog).get("properties");
            return options.properties().stream()
                    .filter(option -> option.getValue().get("type").asText().equals(type))
                    .map(option -> option.getKey())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("durations")
    void noDurationIsMadeOfWords(String option) {
        for (String name : spellings(option)) {
            refused("changes/Leads?" + name + "=often", option + "=often is not a duration");
        }
        assertThat(context.getEndpoint("vtiger:changes/Leads?" + option.toLowerCase() + "=PT1M"))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void noNumberIsMadeOfWords(String option) {
        for (String name : spellings(option)) {
            for (String word : List.of("few", "1m", "")) {
                assertThatThrownBy(() -> context.getEndpoint("vtiger:changes/Leads?" + name + "=" + word))
                        .hasMessageContaining("=" + word + " is not a ");
            }
        }
    }

    private static List<String> spellings(String option) {
        return List.of(option, StringHelper.camelCaseToDash(option), option.toUpperCase(), option.toLowerCase());
    }

    @ParameterizedTest
    @CsvSource({
        "connect-timeout, soon, connectTimeout=soon is not a duration",
        "responseTimeout, -5, responseTimeout=-5 is not a duration",
        "verify-delay, later, verifyDelay=later is not a duration",
        "sweepPeriod, PT-1H, sweepPeriod=PT-1H is not a duration",
        "requests-per-minute, few, requestsPerMinute=few is not a whole number",
        "maxSessions, 1m, maxSessions=1m is not a whole number",
        "max-deleted-share, half, maxDeletedShare=half is not a number",
        "on-altered, shout, 'use warn, fail, ignore'"
    })
    void componentsOptionsAreReadTheSame(String option, String value, String sentence) {
        assertThatThrownBy(() -> bind(component, "vtiger-component", option, value))
                .hasStackTraceContaining(sentence);
    }

    @Test
    void componentTakesAllFormsOfADuration() {
        bind(component, "vtiger-component", "sweep-period", "PT2H");
        bind(component, "vtiger-component", "verifyDelay", "1m30s");
        bind(component, "vtiger-component", "connect-timeout", "500");
        VtigerConfiguration options = context.getEndpoint("vtiger:changes/Leads", VtigerEndpoint.class)
                .getConfiguration();
        assertThat(options.getSweepPeriod()).isEqualTo(7_200_000);
        assertThat(options.getVerifyDelay()).isEqualTo(90_000);
        assertThat(options.getConnectTimeout()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect-timeout", "response-timeout", "read-attempts"})
    void whatABeanTakesForNothingIsRefusedAtStart(String option) {
        VtigerConnection connection = new VtigerConnection();
        complete(connection);
        context.getRegistry().bind("eu", connection);
        bind(connection, VtigerConnection.class.getName(), option, "abc");
        refused("me?connection=eu", "The option " + StringHelper.dashToCamelCase(option) + " is 0; it must be ");
    }

    private void refused(String path, String sentence) {
        assertThatThrownBy(() -> context.getEndpoint("vtiger:" + path)).hasMessageContaining(sentence);
    }

    private void bind(Object target, String configurer, String option, String value) {
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(target)
                .withConfigurer(
                        target == component
                                ? component.getComponentPropertyConfigurer()
                                : PluginHelper.getConfigurerResolver(context)
                                        .resolvePropertyConfigurer(configurer, context))
                .withIgnoreCase(true)
                .withMandatory(true)
                .withProperty(option, value)
                .bind();
    }

    private static void complete(VtigerConnection connection) {
        connection.setUrl("http://crm.example");
        connection.setUsername("admin");
        connection.setAccessKey("key");
    }
}
