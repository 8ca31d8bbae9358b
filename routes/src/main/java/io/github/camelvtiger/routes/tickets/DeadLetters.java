package io.github.camelvtiger.routes.tickets;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.springframework.jms.core.JmsTemplate;

/**
 * Sets messages apart as they came, with the reason, in the transaction that takes them from their queue. The message
 * itself is sent on, so its body need not be understood, nor even opened.
 */
public final class DeadLetters {

    static final String QUEUE = "vtiger.tickets.dead";
    static final String ERROR_PROPERTY = "vtigerError";

    /** The properties of JMS itself that a sender sets; the others are the broker's. */
    private static final List<String> SENDERS_OWN = List.of("JMSXGroupID", "JMSXGroupSeq");

    private final JmsTemplate queues;

    DeadLetters(ConnectionFactory connections) {
        queues = new JmsTemplate(connections);
        queues.setSessionTransacted(true);
    }

    public void send(
            @ExchangeProperty(TicketMessages.ORIGINAL) Message message,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception reason) {
        queues.execute(session -> {
            addProperty(message, ERROR_PROPERTY, TicketMessages.sentence(reason));
            try (MessageProducer producer = session.createProducer(session.createQueue(QUEUE))) {
                // It never expires: a person has to look at it.
                producer.send(message, message.getJMSDeliveryMode(), message.getJMSPriority(), 0);
            }
            return null;
        });
    }

    /** A received message takes a new property only when all of them are set again. */
    private static void addProperty(Message message, String name, String value) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String property = String.valueOf(names.nextElement());
            if (!property.startsWith("JMSX") || SENDERS_OWN.contains(property)) {
                properties.put(property, message.getObjectProperty(property));
            }
        }
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        message.setStringProperty(name, value);
    }
}
