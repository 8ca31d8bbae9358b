package io.github.camelvtiger.routes;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** An Artemis as others run it: reached by TCP, on disk, with no dead-letter address of its own. */
public final class ExternalBroker implements AutoCloseable {

    private static final long LONG_ENOUGH = 60_000;

    /** Makes a message. */
    public interface Sender {
        Message message(Session session) throws JMSException;
    }

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final String url;

    private ExternalBroker(String url) {
        this.url = url;
    }

    public static ExternalBroker start(Path directory) throws Exception {
        String url;
        try (ServerSocket free = new ServerSocket(0)) {
            url = "tcp://127.0.0.1:" + free.getLocalPort();
        }
        ExternalBroker broker = new ExternalBroker(url);
        Configuration configuration = new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("tcp", url)
                // A client that is killed has failed to take all that was sent to it ahead, which is no reason to drop
                // that.
                .addAddressSetting(
                        "#", new AddressSettings().setRedeliveryDelay(0).setMaxDeliveryAttempts(-1));
        configuration.setBrokerInstance(directory.toFile());
        broker.server.setConfiguration(configuration);
        broker.start();
        return broker;
    }

    /** At the same address, with all that it had when it was stopped. */
    void start() throws Exception {
        server.start();
    }

    void stop() throws Exception {
        server.stop();
    }

    public String url() {
        return url;
    }

    public void send(String queue, Sender sender) throws JMSException {
        send(new ActiveMQConnectionFactory(url), queue, sender);
    }

    public static void send(ConnectionFactory connections, String queue, Sender sender) throws JMSException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession()) {
            session.createProducer(session.createQueue(queue)).send(sender.message(session));
        }
    }

    /** What is done with a message while its session is open. */
    public interface Reader<T> {
        T read(Message message) throws JMSException;
    }

    public <T> T receive(String queue, Reader<T> reader) throws JMSException {
        return receive(new ActiveMQConnectionFactory(url), queue, reader);
    }

    public static <T> T receive(ConnectionFactory connections, String queue, Reader<T> reader) throws JMSException {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession();
                MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            connection.start();
            Message message = consumer.receive(LONG_ENOUGH);
            if (message == null) {
                throw new AssertionError("No message came on " + queue);
            }
            return reader.read(message);
        }
    }

    public boolean hasQueue(String queue) {
        return server.getActiveMQServer().locateQueue(SimpleString.of(queue)) != null;
    }

    /** How many messages lie on a queue. */
    public long depth(String queue) {
        return server.getActiveMQServer().locateQueue(SimpleString.of(queue)).getMessageCount();
    }

    @Override
    public void close() throws Exception {
        stop();
    }
}
