package io.github.camelvtiger.simulator.store;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * A file that hangs on a record.
 *
 * @param number out of the one sequence of record numbers
 * @param type as the client named it
 * @param folder in which the server keeps it, with a slash at its end
 */
public record Attachment(long number, String name, String type, String folder, byte[] content) {

    private static final int NAME_LENGTH = 255;
    private static final int TYPE_LENGTH = 100;

    /** Too long names and types are cut, as everywhere. */
    public Attachment {
        name = name.substring(0, Math.min(name.length(), NAME_LENGTH));
        type = type.substring(0, Math.min(type.length(), TYPE_LENGTH));
    }

    /** The folder of a day: a new one each week of a month. */
    public static String folder(LocalDate day) {
        int week = Math.min((day.getDayOfMonth() - 1) / 7 + 1, 5);
        return "storage/%d/%s/week%d/"
                .formatted(day.getYear(), day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), week);
    }

    /** If the file is, as other answers name it. */
    public String path() {
        return folder + number + "_" + name;
    }

    @Override
    public String toString() {
        return name + " (" + number + ")";
    }
}
