package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AuthenticationException;
import io.github.camelvtiger.simulator.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;

/** At TRACE, with all loggers but those of the wire, no secret is printed; on an endpoint Camel itself would print it. */
class SecretsTest extends CrmTestSupport {

    private static final String OURS = "io.github.camelvtiger";
    private static final String WIRE = "org.apache.hc.client5.http.wire";

    /** Prints the credentials that each request of REST has. */
    private static final String HEADERS = "org.apache.hc.client5.http.headers";

    @Test
    void accessKeyIsInNoLogLineAndNoMessage() {
        VtigerConnection connection = new VtigerConnection();
        connection.setUrl(crm.url());
        connection.setUsername("admin");
        connection.setAccessKey("wr0ng+Key&42");
        connection.setProtocol(protocol);
        context().getRegistry().bind("wrong", connection);
        LogLines lines = new LogLines();
        lines.start();
        LoggerContext log = (LoggerContext) LogManager.getContext(false);
        log.getConfiguration().getRootLogger().addAppender(lines, Level.TRACE, null);
        Level before = log.getConfiguration().getRootLogger().getLevel();
        Configurator.setRootLevel(Level.TRACE);
        Configurator.setLevel(WIRE, Level.OFF);
        Configurator.setLevel(HEADERS, protocol == VtigerProtocol.REST ? Level.OFF : Level.TRACE);
        Exchange wrong;
        try {
            call("vtiger:create/Contacts", Map.of("lastname", "Secret"));
            wrong = call("vtiger:me?connection=wrong", null);
        } finally {
            Configurator.setRootLevel(before);
            log.getConfiguration().getRootLogger().removeAppender(lines.getName());
        }
        assertThat(lines.text).isNotEmpty();
        assertThat(lines.text)
                .noneSatisfy(line -> assertThat(line).contains(crm.accessKey()))
                .noneSatisfy(line -> assertThat(line).contains("wr0ng"))
                .noneSatisfy(line -> assertThat(line).contains(basic(crm.accessKey())))
                .noneSatisfy(line -> assertThat(line).contains(basic("wr0ng+Key&42")));
        assertThat(wrong.getException()).isInstanceOf(AuthenticationException.class);
        assertThat(wrong.getException().toString()).doesNotContain("wr0ng", basic("wr0ng+Key&42"));
    }

    @Test
    void theComponentsLoggersShowItsStepsAtTraceAndNoSecretOrValue() {
        VtigerConnection connection = new VtigerConnection();
        connection.setUrl(crm.url());
        connection.setUsername("admin");
        connection.setAccessKey(crm.accessKey());
        connection.setProtocol(protocol);
        connection.setRequestsPerMinute(6_000);
        context().getRegistry().bind("traced", connection);
        LogLines lines = new LogLines();
        lines.start();
        LoggerContext log = (LoggerContext) LogManager.getContext(false);
        log.getConfiguration().getRootLogger().addAppender(lines, Level.TRACE, null);
        Configurator.setLevel(OURS, Level.TRACE);
        try {
            String id = call("vtiger:create/Contacts?connection=traced", Map.of("lastname", "PrivateName"))
                    .getMessage()
                    .getHeader(VtigerConstants.RECORD_ID, String.class);
            call("vtiger:revise/Contacts?connection=traced", Map.of("id", id, "lastname", "PrivateName 2"));
            call("vtiger:upsert/Contacts?matchFields=lastname&connection=traced", Map.of("lastname", "PrivateName 2"));
            call("vtiger:retrieve/Contacts?connection=traced", id);
            call(
                    "vtiger:query?connection=traced&query=RAW(SELECT * FROM Contacts WHERE lastname = 'PrivateName 2')",
                    null);
            call("vtiger:count/Contacts?connection=traced", null);
            call("vtiger:export/Contacts?connection=traced", null);
            call("vtiger:listTypes?connection=traced", null);
            crm.faults().expireSessions();
            crm.faults().failNext(1, Fault.HTTP_500_EMPTY, "retrieve");
            call("vtiger:me?connection=traced", null);
            call("vtiger:retrieve/Contacts?connection=traced", id);
            crm.faults().failNext(1, Fault.CUT_AFTER_EFFECT, "create");
            call(
                    "vtiger:create/Contacts?ambiguousWrites=verify&connection=traced",
                    Map.of("lastname", "PrivateName 3"));
            call("vtiger:delete/Contacts?connection=traced", id);
        } finally {
            Configurator.setLevel(OURS, (Level) null);
            log.getConfiguration().getRootLogger().removeAppender(lines.getName());
        }
        List<String> ours =
                lines.text.stream().filter(line -> line.startsWith(OURS)).toList();
        if (protocol != VtigerProtocol.REST) {
            assertThat(ours)
                    .anyMatch(line -> line.matches(".*Login login of admin at .*"))
                    .anyMatch(line -> line.contains("the server does not know the session any more"));
        }
        assertThat(ours)
                .anyMatch(line -> line.matches(".*Protocol create Contacts: HTTP 200 .* success after \\d+ ms"))
                .anyMatch(line -> line.matches(".*RetryPolicy retrieve.*: attempt 1 of 4 failed; waiting .*"))
                .anyMatch(line -> line.matches(".*SharedRate a request waited \\d+ ms.*"))
                .anyMatch(line -> line.matches(".*Queries query Contacts: a page of \\d+ rows"))
                .anyMatch(line -> line.contains("looking whether a write without an answer happened"))
                .noneMatch(line -> line.contains(crm.accessKey()))
                .noneMatch(line -> line.contains("PrivateName"))
                .noneMatch(line -> line.contains(basic(crm.accessKey())))
                // Sessions, tokens and digests look like this, and nothing else here does.
                .noneMatch(line -> line.matches("(?s).*\\b[0-9a-f]{13,}\\b.*"));
    }

    private static String basic(String accessKey) {
        return Base64.getEncoder().encodeToString(("admin:" + accessKey).getBytes(StandardCharsets.UTF_8));
    }

    private static final class LogLines extends AbstractAppender {

        private final List<String> text = new CopyOnWriteArrayList<>();

        LogLines() {
            super("lines", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            text.add(event.getLoggerName() + " " + event.getMessage().getFormattedMessage());
        }
    }
}
