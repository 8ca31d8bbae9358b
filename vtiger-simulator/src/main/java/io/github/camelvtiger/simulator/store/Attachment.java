package io.github.camelvtiger.simulator.store;

/**
 * A file that hangs on a record.
 *
 * @param number out of the one sequence of record numbers
 * @param type as the client named it
 */
public record Attachment(long number, String name, String type, byte[] content) {

    private static final int NAME_LENGTH = 255;
    private static final int TYPE_LENGTH = 100;

    /** Too long names and types are cut, as everywhere. */
    public Attachment {
        name = name.substring(0, Math.min(name.length(), NAME_LENGTH));
        type = type.substring(0, Math.min(type.length(), TYPE_LENGTH));
    }

    @Override
    public String toString() {
        return name + " (" + number + ")";
    }
}
