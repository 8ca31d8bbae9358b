package io.github.camelvtiger.routes.tickets;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import org.apache.activemq.artemis.jms.client.ActiveMQMessage;
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

    private final JmsTemplate queues;

    DeadLetters(ConnectionFactory connections) {
        queues = new JmsTemplate(connections);
        queues.setSessionTransacted(true);
    }

    public void send(
            @ExchangeProperty(TicketMessages.ORIGINAL) Message message,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception reason) {
        queues.execute(session -> {
            // JMS takes a new property of a received message only when all others are removed, and not all that come
            // can be
            // set again: senders by other protocols use names and types that JMS does not have.
            ((ActiveMQMessage) message)
                    .getCoreMessage()
                    .putStringProperty(ERROR_PROPERTY, TicketMessages.sentence(reason));
            try (MessageProducer producer = session.createProducer(session.createQueue(QUEUE))) {
                // It never expires: a person has to look at it.
                producer.send(message, message.getJMSDeliveryMode(), message.getJMSPriority(), 0);
            }
            return null;
        });
    }
}
