package io.github.camelvtiger.routes.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelvtiger.VtigerConstants;
import io.github.camelvtiger.routes.Tally;
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
    private final Tally tally;

    public TicketMessages(Tally tally) {
        this.tally = tally;
    }

    /**
     * @throws IllegalArgumentException when the message is no JSON object, with the place where it stops being one; when
     *     its id is that of some other record: whoever may write to the queue may change tickets, nothing else
     */
    public Map<String, Object> read(@Body String message, @Variable(MODULE) Map<String, Object> module) {
        Map<String, Object> ticket = parse(message);
        Object id = ticket.get("id");
        String prefix = module.get("idPrefix") + "x";
        if (id != null && !id.toString().startsWith(prefix)) {
            throw new IllegalArgumentException("The id '" + id + "' is not that of a ticket, which begins with "
                    + prefix + "; leave it out to create one.");
        }
        return ticket;
    }

    private Map<String, Object> parse(String message) {
        try {
            Map<String, Object> ticket = json.readValue(message, new TypeReference<>() {});
            if (ticket != null) {
                return ticket;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "The message is not one JSON object with the fields of a ticket: " + e.getOriginalMessage() + ".",
                    e);
        }
        throw new IllegalArgumentException(
                "The message is empty; it must be a JSON object with the fields of a ticket.");
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
    public String failed(@ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception fault) throws JsonProcessingException {
        tally.add(Tally.Work.TICKETS_DEAD, 1);
        return json.writeValueAsString(Map.of("outcome", "failed", "error", fault.getMessage()));
    }
}
