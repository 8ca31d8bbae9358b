package io.github.camelvtiger.routes;

import io.github.camelvtiger.routes.tickets.TicketsRoute;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Provides the message broker, that of {@code broker.url} or one inside this process, to syncs and to the routes of tickets; these are added
 * unless they are switched off.
 */
final class BrokerListener extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("broker");

    private static final Pattern SERVER = Pattern.compile("[a-z]+://[^\\s/?#@(),;]+");

    private final EmbeddedBroker embedded = new EmbeddedBroker();
    private final CrmListener crm;
    private final TicketsRoute tickets;
    private JmsPoolConnectionFactory pool;

    BrokerListener(CrmListener crm, TicketsRoute tickets) {
        this.crm = crm;
        this.tickets = tickets;
    }

    @Override
    public void beforeInitialize(BaseMainSupport main) {
        Settings settings = Settings.of(main.getCamelContext());
        if (settings.isOn("tickets.enabled")) {
            main.configure().addRoutesBuilder(tickets);
        }
        pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(
                settings.find("broker.url").isPresent()
                        ? configured(settings)
                        : new FirstConnection(this::startEmbedded));
        main.getCamelContext().getRegistry().bind("connectionFactory", ConnectionFactory.class, pool);
    }

    /** Of a command, which has no embedded one. */
    static ActiveMQConnectionFactory configured(Settings settings) {
        String url = settings.require("broker.url", "it names the broker");
        LOG.info("Message broker: {}", withoutOptions(url));
        return connectionFactory(
                url,
                settings.find("broker.username").orElse(null),
                settings.find("broker.password").orElse(null));
    }

    /** The options may hold passwords. */
    private static String withoutOptions(String url) {
        return SERVER.matcher(url).results().map(MatchResult::group).collect(Collectors.joining(", "));
    }

    private ActiveMQConnectionFactory startEmbedded() {
        try {
            embedded.start();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded message broker did not start: " + e.getMessage(), e);
        }
        if (crm.demo().isPresent()) {
            LOG.info("Message broker: embedded, in memory");
        } else {
            LOG.warn("Message broker: embedded, in memory; messages in its queues are lost when the application ends."
                    + " Set broker.url to use yours.");
        }
        return connectionFactory(EmbeddedBroker.URL, null, null);
    }

    private static ActiveMQConnectionFactory connectionFactory(String url, String username, String password) {
        ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory();
        try {
            factory.setBrokerURL(url);
        } catch (JMSException e) {
            throw new IllegalStateException(
                    "The setting broker.url is not the address of an ActiveMQ Artemis; it looks like tcp://host:61616.",
                    e);
        }
        // A Java object in a message may run anything while it is deserialised, so none is. Behind the url, whose own
        // options must not allow it.
        factory.setDeserializationDenyList("*");
        factory.setUser(username);
        factory.setPassword(password);
        return factory;
    }

    @Override
    public void afterStop(BaseMainSupport main) {
        if (pool != null) {
            pool.stop();
        }
        try {
            embedded.close();
        } catch (Exception e) {
            LOG.warn("The embedded message broker did not stop cleanly: {}", e.getMessage());
        }
    }
}
