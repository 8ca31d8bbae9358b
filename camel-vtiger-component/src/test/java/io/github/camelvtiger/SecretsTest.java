package io.github.camelvtiger;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelvtiger.client.AuthenticationException;
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

/** At TRACE, with all loggers but that of the wire, no secret is printed; on an endpoint Camel itself would print it. */
class SecretsTest extends CrmTestSupport {

    private static final String WIRE = "org.apache.hc.client5.http.wire";

    @Test
    void accessKeyIsInNoLogLineAndNoMessage() {
        VtigerConnection connection = new VtigerConnection();
        connection.setUrl(crm.url());
        connection.setUsername("admin");
        connection.setAccessKey("wr0ng+Key&42");
        context().getRegistry().bind("wrong", connection);
        LogLines lines = new LogLines();
        lines.start();
        LoggerContext log = (LoggerContext) LogManager.getContext(false);
        log.getConfiguration().getRootLogger().addAppender(lines, Level.TRACE, null);
        Level before = log.getConfiguration().getRootLogger().getLevel();
        Configurator.setRootLevel(Level.TRACE);
        Configurator.setLevel(WIRE, Level.OFF);
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
                .noneSatisfy(line -> assertThat(line).contains("wr0ng"));
        assertThat(wrong.getException()).isInstanceOf(AuthenticationException.class);
        assertThat(wrong.getException().toString()).doesNotContain("wr0ng");
    }

    private static final class LogLines extends AbstractAppender {

        private final List<String> text = new CopyOnWriteArrayList<>();

        LogLines() {
            super("lines", null, null, true, Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            text.add(event.getMessage().getFormattedMessage());
        }
    }
}
