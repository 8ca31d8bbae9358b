package io.github.camelvtiger.routes.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.routes.Tally;
import io.github.camelvtiger.routes.settings.OptionNames;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;

/** Ticket messages in, replies out. */
public final class TicketMessages {

    /** The exchange property that keeps the message as it came. */
    static final String ORIGINAL = "ticketMessage";

    /** The variable that keeps what {@code vtiger:describe/HelpDesk} answered. */
    static final String MODULE = "ticketModule";

    private final ObjectMapper json = new ObjectMapper();
    private final TicketReader reader = new TicketReader();
    private final Tally tally;

    public TicketMessages(Tally tally) {
        this.tally = tally;
    }

    /** @throws IllegalArgumentException when there is no ticket in the message, with the reason */
    public Map<String, Object> read(@Body Message message) throws JMSException {
        return reader.read(message);
    }

    /**
     * @throws IllegalArgumentException when the id is that of some other record: whoever may write to the queue may change
     *     tickets, nothing else
     */
    public void check(@Body Map<String, Object> ticket, @Variable(MODULE) Map<String, Object> module) {
        Object id = ticket.get("id");
        String prefix = module.get("idPrefix") + "x";
        if (id != null && !id.toString().startsWith(prefix)) {
            throw new IllegalArgumentException("The id '" + id + "' is not that of a ticket, which begins with "
                    + prefix + "; leave it out to create one.");
        }
    }

    /** Turns the CRM's answer into the reply. */
    public void written(@Body Map<String, Object> record, Exchange exchange) throws JsonProcessingException {
        tally.add(Tally.Work.TICKETS_WRITTEN, 1);
        Object id = record.get("id");
        String outcome = exchange.getMessage().getHeader(VtigerConstants.OUTCOME, String.class);
        exchange.setProperty("ticketId", id);
        exchange.setProperty("ticketOutcome", outcome);
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("outcome", outcome);
        reply.put("id", id);
        reply.put("record", record);
        exchange.getMessage().setBody(json.writeValueAsString(reply));
    }

    /** The reply to a message that went to the dead-letter queue. */
    public String failed(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception reason) throws JsonProcessingException {
        tally.add(Tally.Work.TICKETS_DEAD, 1);
        return json.writeValueAsString(Map.of("outcome", "failed", "error", sentence(reason)));
    }

    static String sentence(Exception reason) {
        return reason.getMessage() == null ? reason.toString() : OptionNames.toSettings(reason.getMessage());
    }
}
