package io.github.camelvtiger.routes.once;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.QueueBrowser;
import java.util.Optional;

/** Messages that lie on a queue. */
public record QueueMessages(ConnectionFactory connectionFactory, String queue) implements Leftover {

    @Override
    public Optional<String> left() {
        try (JMSContext session = connectionFactory.createContext();
                QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            return browser.getEnumeration().hasMoreElements()
                    ? Optional.of("messages on the queue " + queue)
                    : Optional.empty();
        } catch (JMSException | JMSRuntimeException e) {
            return Optional.of("the queue " + queue + ", which cannot be looked at (" + e.getMessage() + ")");
        }
    }
}
