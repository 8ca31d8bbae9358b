package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.ExchangePattern;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.PropertyConfigurerHelper;
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

    static Stream<String> enumsAndBooleans() {
        return Stream.of("enum", "boolean")
                .flatMap(OptionTextsTest::options)
                // Camel itself reads the first two before the component does; the method is read when a producer
                // starts.
                .filter(option -> !List.of("bridgeErrorHandler", "lazyStartProducer", "method", "operation")
                        .contains(option));
    }

    @ParameterizedTest
    @MethodSource("enumsAndBooleans")
    void noChoiceIsMadeOfWords(String option) {
        for (String name : spellings(option)) {
            for (String word : List.of("ma-ybe", "1", "RE-PLACE", "w-arn", "f-alse")) {
                assertThatThrownBy(() -> context.getEndpoint("vtiger:changes/Leads?" + name + "=" + word))
                        .hasMessageContaining("=" + word + " is n")
                        .hasMessageNotContaining("class ")
                        .hasMessageNotContaining("io.github");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"InOnly", "IN_ONLY", "in-only", "inonly"})
    void choiceIsWrittenAsCamelTakesIt(String pattern) {
        assertThat(context.getEndpoint("vtiger:changes/Leads?onAltered=FAIL&exchangePattern=" + pattern))
                .isInstanceOfSatisfying(VtigerEndpoint.class, endpoint -> {
                    assertThat(endpoint.getExchangePattern()).isEqualTo(ExchangePattern.InOnly);
                    assertThat(endpoint.getConfiguration().getOnAltered()).isEqualTo(OnAltered.FAIL);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "connect-timeout, abc, connectTimeout=abc is not a duration",
        "responseTimeout, often, responseTimeout=often is not a duration",
        "maxRetryAfter, PT-1M, maxRetryAfter=PT-1M is not a duration",
        "requestsPerMinute, few, requestsPerMinute=few is not a whole number",
        "requests-per-minute, 99999999999, requestsPerMinute=99999999999 is not a whole number up to 2147483647",
        "proxyPort, abc, proxyPort=abc is not a whole number",
        "proxyPort, '', proxyPort= is not a whole number",
        "read-attempts, 2.5, readAttempts=2.5 is not a whole number",
        "maxAnswerSize, 64MB, maxAnswerSize=64MB is not a whole number",
        "hostname-verification, maybe, hostnameVerification=maybe is neither true nor false",
        "protocol, soap, 'protocol=soap is not one of its values; use auto, webservice, rest.'"
    })
    void connectionThatIsABeanIsReadTheSame(String option, String value, String sentence) {
        VtigerConnection bean = new VtigerConnection();
        assertThatThrownBy(() -> bindBean(bean, option, value)).hasStackTraceContaining("The option " + sentence);
        VtigerConfiguration configuration = new VtigerConfiguration();
        assertThatThrownBy(() -> bindBean(configuration, option, value))
                .hasStackTraceContaining("The option " + sentence);
        assertThatThrownBy(() -> bindBean(component, "configuration." + option, value))
                .hasStackTraceContaining("The option " + sentence);
    }

    @Test
    void connectionThatIsABeanTakesAllFormsOfADuration() {
        VtigerConnection bean = new VtigerConnection();
        bindBean(bean, "connectTimeout", "PT1M");
        bindBean(bean, "response-timeout", "1m30s");
        bindBean(bean, "maxRetryAfter", "500");
        bindBean(bean, "protocol", "webservice");
        assertThat(bean.getConnectTimeout()).isEqualTo(60_000);
        assertThat(bean.getResponseTimeout()).isEqualTo(90_000);
        assertThat(bean.getMaxRetryAfter()).isEqualTo(500);
        assertThat(bean.getProtocol()).isEqualTo(VtigerProtocol.WEBSERVICE);
    }

    @ParameterizedTest
    @CsvSource({"proxy-port, 70000", "proxyPort, 0", "requestsPerMinute, -1", "readAttempts, 0", "connectTimeout, 0"})
    void numberBeyondItsRangeIsRefusedAtStart(String option, String value) {
        VtigerConnection connection = new VtigerConnection();
        complete(connection);
        context.getRegistry().bind("eu", connection);
        bindBean(connection, option, value);
        refused(
                "me?connection=eu",
                "The option " + StringHelper.dashToCamelCase(option) + " is " + value + "; it must ");
    }

    @ParameterizedTest
    @CsvSource({
        "accessKeyy, accessKey",
        "access-keyy, accessKey",
        "accesKey, accessKey",
        "accsessKy, accessKey",
        "proxyAuthPasword, proxyAuthPassword",
        "proxyPassword, proxyAuthPassword"
    })
    void misspeltSecretIsRefusedWithoutItsValue(String option, String nearest) {
        String sentence =
                "There is no option " + StringHelper.dashToCamelCase(option) + "; did you mean " + nearest + "?";
        assertThatThrownBy(() -> context.getEndpoint("vtiger:me?" + option + "=s3cr3t"))
                .rootCause()
                .hasMessage("There is no option " + option + "; did you mean " + nearest + "?");
        assertThatThrownBy(() -> context.getEndpoint("vtiger:me?" + option + "=s3cr3t"))
                .hasMessageNotContaining("Unknown parameters");
        VtigerConnection bean = new VtigerConnection();
        complete(bean);
        bindBean(bean, option, "s3cr3t");
        context.getRegistry().bind("eu", bean);
        assertThatThrownBy(() -> context.getEndpoint("vtiger:me?connection=eu"))
                .hasStackTraceContaining(sentence)
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("s3cr3t"));
        bindBean(component, option, "s3cr3t");
        assertThatThrownBy(() -> context.getEndpoint("vtiger:me"))
                .hasStackTraceContaining(sentence)
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("s3cr3t"));
    }

    @Test
    void otherUnknownOptionsOfAnEndpointAreAllNamedWithTheNearest() {
        refused(
                "query/Leads?wher=x&colums=y",
                "There is no option colums; did you mean columns? There is no option wher; did you mean where?");
    }

    @Test
    void otherUnknownOptionsOfABeanAreCamelsToRefuse() {
        assertThatThrownBy(() -> bindBean(new VtigerConnection(), "nonsense", "1"))
                .isInstanceOf(PropertyBindingException.class);
    }

    private static String stackTrace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** As Camel binds {@code camel.beans.eu.*} and {@code camel.component.vtiger.*}. */
    private void bindBean(Object target, String option, String value) {
        PropertyBindingSupport.build()
                .withCamelContext(context)
                .withTarget(target)
                .withConfigurer(PropertyConfigurerHelper.resolvePropertyConfigurer(context, target))
                .withIgnoreCase(true)
                .withMandatory(true)
                .withProperty(option, value)
                .bind();
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
