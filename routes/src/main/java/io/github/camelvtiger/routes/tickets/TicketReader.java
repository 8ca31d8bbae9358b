package io.github.camelvtiger.routes.tickets;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.regex.Pattern;

/**
 * Reads the ticket of a message. Only text and bytes messages are opened: a Java object in a message of unknown origin may
 * run anything while it is deserialised.
 */
final class TicketReader {

    /** What Jackson says of a text that it does not show. */
    private static final Pattern IN_SOURCE =
            Pattern.compile(" \\(start marker at .*| ?\\(for .* starting at .*", Pattern.DOTALL);

    private static final String CURE = "send the ticket as a text or bytes message with one JSON object.";

    /** A broker splits a message of any size into parts; here it must fit into memory. */
    private static final int MOST_BYTES = 16 << 20;

    /** A name that occurs twice is a mistake of the sender, and half of the ticket would be lost. */
    private final ObjectMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** @throws IllegalArgumentException when there is no ticket in the message, with the reason and the fix */
    Map<String, Object> read(Message message) throws JMSException {
        try (JsonParser parser = parser(message)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw notATicket(first == null ? "it is empty" : "it begins otherwise than with {");
            }
            Map<String, Object> ticket = json.readValue(parser, new TypeReference<>() {});
            if (parser.nextToken() != null) {
                throw notATicket("there is text after the object");
            }
            return ticket;
        } catch (JsonProcessingException e) {
            throw notATicket(IN_SOURCE.matcher(e.getOriginalMessage()).replaceAll(""));
        } catch (IOException e) {
            throw notATicket(e.getMessage());
        }
    }

    private JsonParser parser(Message message) throws JMSException, IOException {
        if (message instanceof TextMessage text && text.getText() != null) {
            return json.createParser(withoutByteOrderMark(text.getText()));
        }
        if (message instanceof BytesMessage bytes && bytes.getBodyLength() > 0) {
            // Jackson finds out which Unicode encoding it is, by the byte order mark too.
            return json.createParser(content(bytes));
        }
        throw new IllegalArgumentException(kind(message) + "; " + CURE);
    }

    private static IllegalArgumentException notATicket(String why) {
        return new IllegalArgumentException(
                "The message is not one JSON object with the fields of a ticket: " + why + ".");
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
