package io.github.camelvtiger.routes.sync.rename;

import io.github.camelvtiger.routes.sync.definition.SyncFileText;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import io.github.camelvtiger.routes.sync.store.Renames.Rename;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a sync that gets another name, and those of others that wait for it. */
final class RenamedFiles {

    private final SyncFiles files;
    private final Rename rename;

    RenamedFiles(SyncFiles files, Rename rename) {
        this.files = files;
        this.rename = rename;
    }

    /** The sync file as long as it has the old name; empty if it has the new one already. */
    Optional<SyncFileText> old() throws IOException {
        Path path = files.paths().get(rename.from());
        return path == null ? Optional.empty() : Optional.of(SyncFileText.read(path));
    }

    /** The text of a sync file with the new name: the same, unless the name is in it. */
    SyncFileText renamed(SyncFileText old) {
        return old.written("name").isPresent() ? old.with("name", rename.to()) : old;
    }

    /** Where the file is then. */
    Path target(SyncFileText old) {
        String name = old.file().getFileName().toString();
        return old.written("name").isPresent()
                ? old.file()
                : old.file().resolveSibling(rename.to() + name.substring(name.lastIndexOf('.')));
    }

    /** The tests beside a sync file. */
    static Path tests(Path file) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.lastIndexOf('.')) + SyncFiles.TEST);
    }

    /** Lets the syncs that wait for this one go on to do so. */
    List<Path> changeWaiting() throws IOException {
        List<Path> changed = new ArrayList<>();
        for (Path path : waiting()) {
            SyncFileText text = SyncFileText.read(path);
            if (text.written("after").filter(rename.from()::equals).isPresent()) {
                write(text.with("after", rename.to()));
                changed.add(path);
            }
        }
        return changed;
    }

    /** The files whose {@code after} is a setting with the old name, which no file says. */
    List<Path> waitingBySetting() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path path : waiting()) {
            if (SyncFileText.read(path)
                    .written("after")
                    .filter(written -> !written.equals(rename.from()) && !written.equals(rename.to()))
                    .isPresent()) {
                found.add(path);
            }
        }
        return found;
    }

    private List<Path> waiting() {
        return files.files().stream()
                .map(file -> file.definition())
                .filter(sync -> sync.after().filter(rename.from()::equals).isPresent())
                .map(sync -> sync.file())
                .toList();
    }

    /** Gives the tests, then the sync file, the new name: with the last step it is done. */
    List<Path> change() throws IOException {
        Optional<SyncFileText> old = old();
        if (old.isEmpty()) {
            return List.of();
        }
        Path target = target(old.get());
        if (target.equals(old.get().file())) {
            write(renamed(old.get()));
        } else {
            Path tests = tests(old.get().file());
            if (Files.exists(tests)) {
                Files.move(tests, tests(target));
            }
            Files.move(old.get().file(), target, StandardCopyOption.ATOMIC_MOVE);
        }
        return List.of(target);
    }

    private static void write(SyncFileText changed) throws IOException {
        Path next = changed.file().resolveSibling("." + changed.file().getFileName() + ".new");
        Files.writeString(next, changed.text());
        Files.move(next, changed.file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
