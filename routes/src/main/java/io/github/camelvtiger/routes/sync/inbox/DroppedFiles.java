package io.github.camelvtiger.routes.sync.inbox;

import java.io.File;
import java.util.List;
import java.util.Locale;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** The files of an inbox that a user dropped there: all but those that programs use while they write or view others. */
public final class DroppedFiles implements GenericFileFilter<File> {

    private static final List<String> ENDS = List.of(
            ".part",
            ".partial",
            ".filepart",
            ".tmp",
            ".temp",
            ".crdownload",
            ".download",
            ".incomplete",
            ".inprogress",
            ".uploading",
            ".writing",
            ".camellock",
            ".lock",
            ".swp",
            ".swx",
            "~");

    private static final List<String> OF_THE_SYSTEM = List.of("thumbs.db", "desktop.ini");

    @Override
    public boolean accept(GenericFile<File> file) {
        return file.isDirectory() || isDropped(file.getFileNameOnly());
    }

    public static boolean isDropped(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return !name.startsWith(".")
                && !name.startsWith("~")
                && !OF_THE_SYSTEM.contains(name)
                && ENDS.stream().noneMatch(name::endsWith);
    }
}
