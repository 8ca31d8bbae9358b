package io.github.camelvtiger.routes.once;

import io.github.camelvtiger.routes.sync.inbox.DroppedFiles;
import java.io.File;
import java.util.Optional;

/** Files in the inbox of a sync, which moves each one out when it is done with it. */
public record InboxFiles(File inbox) implements Leftover {

    @Override
    public Optional<String> left() {
        File[] files = inbox.listFiles(file -> file.isFile() && DroppedFiles.isDropped(file.getName()));
        return files == null || files.length == 0
                ? Optional.empty()
                : Optional.of(files.length + " file(s) in " + inbox);
    }
}
