package io.github.camelvtiger.routes.sync.definition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the syncs of a directory call each other: every name once, {@code after} one that exists, and not in a circle. */
final class SyncNames {

    private final List<ParsedFile> files;
    private final Map<String, ParsedFile> byName = new LinkedHashMap<>();
    private final List<SyncFault> faults = new ArrayList<>();

    SyncNames(List<ParsedFile> files) {
        this.files = files;
        Map<String, ParsedFile> folded = new LinkedHashMap<>();
        for (ParsedFile file : files) {
            byName.putIfAbsent(file.name(), file);
            // They become names of files and directories, which some systems do not tell apart by case.
            ParsedFile other = folded.putIfAbsent(file.name().toLowerCase(Locale.ROOT), file);
            if (other != null) {
                add(
                        file,
                        "name",
                        "The name '" + file.name() + "' is that of "
                                + other.path().getFileName() + " as well; give one of them another name.");
            }
        }
    }

    Map<String, Path> paths() {
        Map<String, Path> paths = new TreeMap<>();
        byName.forEach((name, file) -> paths.put(name, file.path()));
        return paths;
    }

    List<SyncFault> faults() {
        files.forEach(this::after);
        return faults;
    }

    private void after(ParsedFile file) {
        String after = next(file).orElse(null);
        if (after == null) {
            return;
        }
        if (!byName.containsKey(after)) {
            List<String> others = paths().keySet().stream()
                    .filter(name -> !name.equals(file.name()))
                    .toList();
            add(
                    file,
                    "after",
                    "There is no sync '" + after + "' to wait for; "
                            + (others.isEmpty() ? "remove 'after'." : Faults.remedy(after, others)));
            return;
        }
        List<String> circle = circle(file.name());
        if (!circle.isEmpty()) {
            add(
                    file,
                    "after",
                    "The syncs wait for each other in a circle (" + String.join(" after ", circle)
                            + "); remove 'after' from one of them.");
        }
    }

    /** The names from a sync back to itself; empty if following {@code after} does not lead there. */
    private List<String> circle(String name) {
        List<String> way = new ArrayList<>(List.of(name));
        String each = name;
        while (true) {
            Optional<String> next = Optional.ofNullable(byName.get(each)).flatMap(SyncNames::next);
            if (next.isEmpty()) {
                return List.of();
            }
            way.add(next.get());
            if (next.get().equals(name)) {
                return way;
            }
            if (way.indexOf(next.get()) < way.size() - 1) {
                return List.of();
            }
            each = next.get();
        }
    }

    private static Optional<String> next(ParsedFile file) {
        return file.sync().flatMap(sync -> sync.definition().after());
    }

    private void add(ParsedFile file, String key, String sentence) {
        faults.add(file.sync()
                .map(sync -> sync.fault(sentence, List.of(key)))
                .orElseGet(() -> new SyncFault(file.path(), 1, 1, sentence)));
    }
}
