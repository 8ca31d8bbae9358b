package io.github.camelvtiger.routes.tickets;

import static org.apache.camel.ExchangePattern.InOnly;

import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.client.RateLimitedException;
import io.github.camelvtiger.client.TransportException;
import jakarta.jms.ConnectionFactory;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;

/**
 * Tickets (module {@code HelpDesk}) between the CRM and a message broker.
 *
 * <ul>
 *   <li>{@code vtiger.tickets.out} gets each changed ticket as JSON, with the properties {@code vtigerId} and
 *       {@code vtigerEvent} (created or updated).
 *   <li>{@code vtiger.tickets.in} takes a ticket as JSON, in a text or bytes message: with {@code id} the given fields of
 *       that ticket are written, without it a ticket is created. A message with a reply address is answered:
 *       {@code {"outcome", "id", "record"}}, or {@code {"outcome": "failed", "error"}}.
 *   <li>{@code vtiger.tickets.dead} gets what could not be written, as it came, whatever kind of message it is, with the
 *       reason in the property {@code vtigerError}.
 * </ul>
 *
 * A message is gone from its queue only when it is written or dead. One that was being written while the application was
 * killed is delivered again: a ticket may then be created twice.
 */
public final class TicketsRoute extends RouteBuilder {

    private final TicketMessages messages;

    public TicketsRoute(TicketMessages messages) {
        this.messages = messages;
    }

    @Override
    public void configure() {
        changesToQueue();
        queueToCrm();
    }

    private void changesToQueue() {
        from("vtiger:changes/HelpDesk?delay={{poll.delay:60000}}&cursorDirectory={{cursor.directory}}"
                        + "&pollStrategy=#crmWatch&exceptionHandler=#crmWatch")
                .routeId("tickets-out")
                .onException(Exception.class)
                .logExhausted(false)
                .to("bean:routeFailures?method=log")
                .end()
                .setHeader("vtigerId", header(VtigerConstants.RECORD_ID))
                .setHeader("vtigerEvent", header(VtigerConstants.EVENT))
                .marshal()
                .json()
                .convertBodyTo(String.class, "UTF-8")
                .to(InOnly, "jms:queue:vtiger.tickets.out")
                .log("Ticket ${header.vtigerId} was ${header.vtigerEvent} and is on the queue vtiger.tickets.out");
    }

    private void queueToCrm() {
        // The message is read by TicketReader: Camel would open whatever comes.
        from("jms:queue:vtiger.tickets.in?transacted=true&mapJmsMessage=false")
                .routeId("tickets-in")
                .onException(TransportException.class, RateLimitedException.class)
                .maximumRedeliveries("{{tickets.redeliveries}}")
                .redeliveryDelay(1000)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(30_000)
                .retryAttemptedLogLevel(LoggingLevel.WARN)
                .logStackTrace(false)
                .handled(true)
                .to("direct:dead-ticket")
                .end()
                // All else fails the same way again; a write whose outcome is not known must not be repeated at all.
                .onException(Exception.class)
                .handled(true)
                .to("direct:dead-ticket")
                .end()
                .setProperty(TicketMessages.ORIGINAL, body())
                // The sender's properties must not steer the component.
                .removeHeaders("Camel*")
                .bean(messages, "read")
                .to("direct:write-ticket?synchronous=true")
                .bean(messages, "written")
                .log("Ticket ${exchangeProperty.ticketId} was ${exchangeProperty.ticketOutcome} from the queue"
                        + " vtiger.tickets.in");

        // Comes back on the thread that called it: what follows takes part in the transaction of that thread.
        from("direct:write-ticket?synchronous=true")
                .routeId("tickets-write")
                .errorHandler(noErrorHandler())
                .toV("vtiger:describe/HelpDesk", null, TicketMessages.MODULE)
                .bean(messages, "check")
                .choice()
                .when(simple("${body[id]} != null"))
                .to("vtiger:revise/HelpDesk")
                .otherwise()
                .to("vtiger:create/HelpDesk");

        from("direct:dead-ticket")
                .routeId("tickets-dead")
                .errorHandler(noErrorHandler())
                .bean(deadLetters(), "send")
                .log(LoggingLevel.WARN, "A message went to vtiger.tickets.dead: ${exception.message}")
                .bean(messages, "failed");
    }

    private DeadLetters deadLetters() {
        return new DeadLetters(
                getContext().getRegistry().lookupByNameAndType("connectionFactory", ConnectionFactory.class));
    }
}
