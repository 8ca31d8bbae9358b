package io.github.camelvtiger.routes.tickets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.util.Map;

/**
 * Reads the ticket of a message. Only text and bytes messages are opened: a Java object in a message of unknown origin may
 * run anything while it is deserialised.
 */
final class TicketReader {

    private static final String CURE = "send the ticket as a text or bytes message with one JSON object.";

    /** A broker splits a message of any size into parts; here it must fit into memory. */
    private static final int MOST_BYTES = 16 << 20;

    /** Names that occur twice and text after the object are mistakes of the sender, which must not lose half a ticket. */
    private final ObjectReader json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(new TypeReference<Map<String, Object>>() {});

    /** @throws IllegalArgumentException when there is no ticket in the message, with the reason and the fix */
    Map<String, Object> read(Message message) throws JMSException {
        Map<String, Object> ticket = parse(message);
        if (ticket == null) {
            throw new IllegalArgumentException("The message is empty; " + CURE);
        }
        return ticket;
    }

    private Map<String, Object> parse(Message message) throws JMSException {
        try {
            if (message instanceof TextMessage text && text.getText() != null) {
                return json.readValue(withoutByteOrderMark(text.getText()));
            }
            if (message instanceof BytesMessage bytes && bytes.getBodyLength() > 0) {
                // Jackson finds out which Unicode encoding it is, by the byte order mark too.
                return json.readValue(content(bytes));
            }
        } catch (JsonProcessingException e) {
            throw notJson(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw notJson(e.getMessage(), e);
        }
        throw new IllegalArgumentException(kind(message) + "; " + CURE);
    }

    private static IllegalArgumentException notJson(String why, IOException cause) {
        return new IllegalArgumentException(
                "The message is not one JSON object with the fields of a ticket: " + why + ".", cause);
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static byte[] content(BytesMessage message) throws JMSException {
        if (message.getBodyLength() > MOST_BYTES) {
            throw new IllegalArgumentException("The message has " + message.getBodyLength() + " bytes, more than "
                    + MOST_BYTES + ", which is too much for a ticket.");
        }
        byte[] content = new byte[(int) message.getBodyLength()];
        // A delivery that is tried again is read again.
        message.reset();
        message.readBytes(content);
        return content;
    }

    private static String kind(Message message) {
        if (message instanceof ObjectMessage) {
            return "The message is a Java object message, and these are never deserialised";
        }
        if (message instanceof MapMessage) {
            return "The message is a map message";
        }
        return message instanceof StreamMessage ? "The message is a stream message" : "The message has no body";
    }
}
