package io.github.camelvtiger.simulator.operation;

/**
 * One file of a multipart form as PHP has it in {@code $_FILES}; parts without a file name are not files.
 *
 * @param field name of the part without brackets
 * @param array whether the name had brackets, as in {@code imagename[]}
 * @param name last part of the file name the client gave
 * @param type as the client gave it, without parameters; {@code ""} for none
 * @param content empty for a file that was larger than PHP takes
 */
public record UploadedFile(String field, boolean array, String name, String type, byte[] content) {

    /** Neither content nor array of bytes in a message. */
    @Override
    public String toString() {
        return field + (array ? "[]=" : "=") + name;
    }
}
