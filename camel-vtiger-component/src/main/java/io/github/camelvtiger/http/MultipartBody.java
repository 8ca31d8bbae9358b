package io.github.camelvtiger.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * {@code multipart/form-data} (RFC 7578), sent part by part in the given order.
 *
 * @param boundary what separates the parts; none of them may contain it
 */
public record MultipartBody(List<Part> parts, String boundary) implements HttpBody {

    /**
     * One field of the form.
     *
     * @param fileName null for a field that is not a file
     */
    public record Part(String name, String fileName, HttpBody content) {

        /** A field of text. */
        public static Part text(String name, String value) {
            return new Part(name, null, new BytesBody(value.getBytes(StandardCharsets.UTF_8), null));
        }

        byte[] head(String boundary) {
            StringBuilder head = new StringBuilder("--")
                    .append(boundary)
                    .append("\r\nContent-Disposition: form-data; name=\"")
                    .append(quotable(name))
                    .append('"');
            if (fileName != null) {
                head.append("; filename=\"").append(quotable(fileName)).append('"');
            }
            if (content.contentType() != null) {
                head.append("\r\nContent-Type: ").append(content.contentType());
            }
            return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
        }

        /** As browsers write it: a quote or the end of a line would end the name, and a backslash spoil its end. */
        private static String quotable(String name) {
            return name.replace("\r", "%0D")
                    .replace("\n", "%0A")
                    .replace("\"", "%22")
                    .replace("\\", "%5C");
        }
    }

    private static final byte[] END_OF_LINE = {'\r', '\n'};

    public MultipartBody {
        parts = List.copyOf(parts);
    }

    /** With a boundary that no content has, by all likelihood. */
    public static MultipartBody of(List<Part> parts) {
        return new MultipartBody(parts, "vtiger-" + UUID.randomUUID());
    }

    @Override
    public String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    @Override
    public long length() {
        long length = end().length;
        for (Part part : parts) {
            if (part.content().length() < 0) {
                return UNKNOWN_LENGTH;
            }
            length += part.head(boundary).length + part.content().length() + END_OF_LINE.length;
        }
        return length;
    }

    @Override
    public boolean isRepeatable() {
        return parts.stream().allMatch(part -> part.content().isRepeatable());
    }

    @Override
    public boolean isSpent() {
        return parts.stream().anyMatch(part -> part.content().isSpent());
    }

    /** A part is opened when all before it was read. */
    @Override
    public InputStream open() {
        List<ChainedStream.Source> sources = new ArrayList<>();
        for (Part part : parts) {
            sources.add(() -> new ByteArrayInputStream(part.head(boundary)));
            sources.add(part.content()::open);
            sources.add(() -> new ByteArrayInputStream(END_OF_LINE));
        }
        sources.add(() -> new ByteArrayInputStream(end()));
        return new ChainedStream(sources);
    }

    private byte[] end() {
        return ("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Without the parts: one of them may carry a session. */
    @Override
    public String toString() {
        return parts.size() + " parts of multipart/form-data";
    }
}
