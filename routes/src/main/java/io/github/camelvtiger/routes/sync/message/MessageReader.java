package io.github.camelvtiger.routes.sync.message;

import io.github.camelvtiger.routes.Sentence;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.rows.BadFileException;
import io.github.camelvtiger.routes.sync.rows.Row;
import io.github.camelvtiger.routes.sync.rows.Rows;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.kafka.KafkaConstants;

/**
 * Reads messages of an endpoint. Only texts and bytes are opened, and what a route of the user hands over as maps: a Java object of
 * unknown origin may run anything while it is deserialised.
 */
public final class MessageReader {

    /** A broker splits a message of any size into parts; here it must fit into memory. */
    private static final int MOST_BYTES = 16 << 20;

    /** As much of a message that cannot be understood is kept with its reject. */
    private static final int SHOWN = 2000;

    private static final String BODY = "_body";

    private final Source.Uri from;

    public MessageReader(Source.Uri from) {
        this.from = from;
    }

    /** What is wrong with a message is the fault of its only row. */
    public IncomingMessage read(Exchange exchange) {
        Message message = exchange.getMessage();
        byte[] content = new byte[0];
        // Messages that cannot be read have nothing in common.
        String digest = UUID.randomUUID().toString();
        try {
            Object body = message.getBody();
            List<Map<String, Object>> records = records(body);
            if (!records.isEmpty()) {
                return read(message, Digests.sha256(ordered(records)), rows(records));
            }
            content = content(message, body);
            digest = Digests.sha256(content);
            return read(message, digest, Rows.of(content, from.format()));
        } catch (BadFileException | IllegalArgumentException e) {
            return read(message, digest, List.of(unreadable(content, e.getMessage())));
        } catch (UncheckedIOException e) {
            // A full disk says nothing of the message.
            throw e;
        } catch (RuntimeException e) {
            return read(
                    message, digest, List.of(unreadable(content, "The message cannot be opened: " + Sentence.of(e))));
        }
    }

    private IncomingMessage read(Message message, String digest, List<Row> rows) {
        return new IncomingMessage(
                id(message).orElse(digest),
                sent(message),
                rows.isEmpty() ? List.of(unreadable(new byte[0], "The message holds no record.")) : rows);
    }

    /** A map may tell its entries in another order each time. */
    private static String ordered(List<Map<String, Object>> records) {
        return records.stream().map(TreeMap::new).toList().toString();
    }

    private static List<Row> rows(List<Map<String, Object>> records) {
        List<Row> rows = new ArrayList<>();
        for (Map<String, Object> record : records) {
            rows.add(new Row(rows.size() + 1L, "", record, Optional.empty()));
        }
        return rows;
    }

    private static Row unreadable(byte[] content, String why) {
        String text = new String(content, StandardCharsets.UTF_8);
        return new Row(1, "", Map.of(BODY, text.substring(0, Math.min(text.length(), SHOWN))), Optional.of(why));
    }

    /** Those of a route of the user; empty if it is not one. */
    private static List<Map<String, Object>> records(Object body) {
        Collection<?> all =
                body instanceof Collection<?> several ? several : body instanceof Map ? List.of(body) : List.of();
        List<Map<String, Object>> records = new ArrayList<>();
        for (Object each : all) {
            if (!(each instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("The message holds a list of something other than records.");
            }
            Map<String, Object> record = new LinkedHashMap<>();
            map.forEach((key, value) -> record.put(String.valueOf(key), value));
            records.add(record);
        }
        return records;
    }

    private static byte[] content(Message message, Object body) {
        if (body == null) {
            throw new IllegalArgumentException("The message has no body.");
        }
        byte[] content = body instanceof byte[] bytes
                ? bytes
                : body instanceof CharSequence text
                        ? text.toString().getBytes(StandardCharsets.UTF_8)
                        : converted(message);
        if (content == null) {
            throw new IllegalArgumentException("The message is not a text but a "
                    + body.getClass().getSimpleName() + "; send the record as JSON or CSV.");
        }
        return content;
    }

    private static byte[] converted(Message message) {
        try (InputStream content = message.getBody(InputStream.class)) {
            byte[] bytes = content == null ? null : content.readNBytes(MOST_BYTES + 1);
            if (bytes != null && bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException(
                        "The message has more than " + MOST_BYTES + " bytes, which is too much for records.");
            }
            return bytes;
        } catch (IOException e) {
            throw new IllegalArgumentException("The message cannot be read: " + e.getMessage());
        }
    }

    /** What tells the message apart; empty if nothing but its content does. */
    private Optional<String> id(Message message) {
        if (from.id().isPresent()) {
            return text(message, from.id().get());
        }
        return Stream.<Function<Message, Optional<String>>>of(
                        each -> text(each, "JMSMessageID"), MessageReader::kafka, each -> text(each, "Message-ID"))
                .map(each -> each.apply(message))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** With its time, since a topic that is made again counts from 0. */
    private static Optional<String> kafka(Message message) {
        return text(message, KafkaConstants.OFFSET)
                .map(offset ->
                        message.getHeader(KafkaConstants.TOPIC) + "-" + message.getHeader(KafkaConstants.PARTITION)
                                + "-" + offset + " of " + message.getHeader(KafkaConstants.TIMESTAMP));
    }

    private static Optional<String> text(Message message, String header) {
        return Optional.ofNullable(message.getHeader(header, String.class)).filter(text -> !text.isBlank());
    }

    private static Optional<Instant> sent(Message message) {
        return Stream.of("JMSTimestamp", KafkaConstants.TIMESTAMP, Exchange.FILE_LAST_MODIFIED)
                .map(header -> message.getHeader(header, Long.class))
                .filter(time -> time != null && time > 0)
                .findFirst()
                .map(Instant::ofEpochMilli);
    }
}
