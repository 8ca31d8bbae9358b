package io.github.camelvtiger.simulator.conformance;

/**
 * A file within a multipart body.
 *
 * @param part name of the part
 * @param type content type; {@code ""} for none
 */
record UploadedFile(String part, String name, String type, byte[] content) {

    @Override
    public String toString() {
        return part + "=" + name;
    }
}
