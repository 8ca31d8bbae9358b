package io.github.camelvtiger.simulator.client;

/**
 * A file within a multipart body.
 *
 * @param part name of the part
 * @param type content type; {@code ""} for none
 */
public record UploadedFile(String part, String name, String type, byte[] content) {

    @Override
    public String toString() {
        return part + "=" + name;
    }
}
