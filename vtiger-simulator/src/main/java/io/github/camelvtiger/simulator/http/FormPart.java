package io.github.camelvtiger.simulator.http;

import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One part of a multipart form. */
final class FormPart {

    private final String disposition;
    private final String type;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    FormPart(HeaderMap headers) {
        String sent = headers.getFirst(Headers.CONTENT_DISPOSITION);
        disposition = sent == null ? "" : sent;
        String sentType = headers.getFirst(Headers.CONTENT_TYPE);
        type = sentType == null ? "" : sentType.split(";", 2)[0].strip();
    }

    void add(ByteBuffer data) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        content.write(bytes, 0, bytes.length);
    }

    /** Empty for a part that is not a field of a form. */
    Optional<String> name() {
        return disposition.startsWith("form-data") ? PartDisposition.parameter(disposition, "name") : Optional.empty();
    }

    /** Without any path; empty for a part that is not a file. */
    Optional<String> fileName() {
        return PartDisposition.fileName(disposition);
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return content.toByteArray();
    }

    String text() {
        return content.toString(StandardCharsets.UTF_8);
    }
}
