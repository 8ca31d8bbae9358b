package io.github.camelvtiger.http;

import io.github.camelvtiger.http.NoAnswerException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** An answer as it came over the wire, perhaps compressed. */
record ReceivedAnswer(HttpResponse head, Chunks body) {

    /** @throws NoAnswerException when the body cannot be unpacked, or is too large then */
    HttpAnswer unpacked(AnswerLimit limit, Instant now) {
        Instant serverTime = instant(header(HttpHeaders.DATE));
        return new HttpAnswer(
                head.getCode(),
                mimeType(header(HttpHeaders.CONTENT_TYPE)),
                header(HttpHeaders.LOCATION),
                serverTime,
                retryAfter(header(HttpHeaders.RETRY_AFTER), serverTime == null ? now : serverTime),
                plain(limit));
    }

    private String header(String name) {
        Header header = head.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** The charset is of no interest: JSON is in UTF-8, whatever the header says. */
    private static String mimeType(String contentType) {
        return contentType == null
                ? ""
                : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    private byte[] plain(AnswerLimit limit) {
        String encoding = header(HttpHeaders.CONTENT_ENCODING);
        if (body.size() == 0
                || encoding == null
                || encoding.isBlank()
                || "identity".equalsIgnoreCase(encoding.strip())) {
            return body.bytes();
        }
        if (!encoding.strip().matches("(?i)(x-)?gzip")) {
            throw new NoAnswerException(
                    "the answer is encoded as '" + encoding.replaceAll("[^\\w,; -]", "?")
                            + "' and not as gzip, which was asked for; let the server or the proxy before it send gzip",
                    Reason.UNREADABLE,
                    null);
        }
        try (InputStream unpacked = new GZIPInputStream(body.stream())) {
            return Chunks.of(unpacked, limit).bytes();
        } catch (UnusableAnswerException tooLarge) {
            throw tooLarge.reason();
        } catch (EOFException truncated) {
            throw broken("the answer's gzip ends too early", truncated);
        } catch (ZipException broken) {
            throw broken("the answer says that it is gzip and is not, or is damaged", broken);
        } catch (IOException broken) {
            throw broken("the answer's gzip cannot be read", broken);
        }
    }

    private static NoAnswerException broken(String what, IOException cause) {
        return new NoAnswerException(
                what + "; check the server's compression and the proxies before it", Reason.LOST, cause);
    }

    /** Seconds or a date; null where it is neither. */
    private static Duration retryAfter(String value, Instant now) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        if (text.matches("\\d+")) {
            return Duration.ofDays(1);
        }
        Instant until = instant(text);
        return until == null || until.isBefore(now) ? null : Duration.between(now, until);
    }

    private static Instant instant(String date) {
        try {
            return date == null
                    ? null
                    : ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
