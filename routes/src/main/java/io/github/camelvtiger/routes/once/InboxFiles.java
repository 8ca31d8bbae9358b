package io.github.camelvtiger.routes.once;

import java.io.File;
import java.util.Locale;
import java.util.Optional;

/** CSV files in the inbox: the route moves each one out when it is done with it. */
public record InboxFiles(File inbox) implements Leftover {

    @Override
    public Optional<String> left() {
        File[] files = inbox.listFiles(
                file -> file.isFile() && file.getName().toLowerCase(Locale.ROOT).endsWith(".csv"));
        return files == null || files.length == 0
                ? Optional.empty()
                : Optional.of(files.length + " CSV file(s) in " + inbox);
    }
}
