package io.github.camelvtiger.simulator.client;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** {@code multipart/form-data} of form parameters and files (RFC 7578). */
final class MultipartBody {

    private static final String BOUNDARY = "----vtiger-conformance-boundary";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    MultipartBody(Map<String, String> form, List<UploadedFile> files) {
        form.forEach((name, value) -> part("name=\"" + name + "\"", "", value.getBytes(StandardCharsets.UTF_8)));
        for (UploadedFile file : files) {
            part("name=\"" + file.part() + "\"; filename=\"" + file.name() + "\"", file.type(), file.content());
        }
        text("--" + BOUNDARY + "--\r\n");
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private void part(String disposition, String type, byte[] content) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n");
        if (!type.isEmpty()) {
            text("Content-Type: " + type + "\r\n");
        }
        text("\r\n");
        bytes.writeBytes(content);
        text("\r\n");
    }

    private void text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
