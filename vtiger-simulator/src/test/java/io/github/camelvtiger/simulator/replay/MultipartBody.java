package io.github.camelvtiger.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A form with files, as browsers send it. */
record MultipartBody(byte[] bytes) {

    private static final String BOUNDARY = "----replay";

    /** @param files {@code part}, {@code name}, {@code type}, and the content as {@code text} or {@code base64} */
    static MultipartBody of(Map<String, String> fields, JsonNode files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fields.forEach((name, value) -> {
            text(out, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n");
            text(out, value + "\r\n");
        });
        for (JsonNode file : files) {
            text(
                    out,
                    "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\""
                            + file.get("part").textValue() + "\"; filename=\""
                            + file.get("name").textValue() + "\"\r\nContent-Type: "
                            + file.get("type").textValue() + "\r\n\r\n");
            out.writeBytes(content(file));
            text(out, "\r\n");
        }
        text(out, "--" + BOUNDARY + "--\r\n");
        return new MultipartBody(out.toByteArray());
    }

    String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    private static byte[] content(JsonNode file) {
        return file.has("base64")
                ? Base64.getDecoder().decode(file.get("base64").textValue())
                : file.get("text").textValue().getBytes(StandardCharsets.UTF_8);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
