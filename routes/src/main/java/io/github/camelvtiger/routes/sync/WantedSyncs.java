package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.routes.sync.definition.NotBuilt;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.SyncFault;
import io.github.camelvtiger.routes.sync.definition.SyncFile;
import io.github.camelvtiger.routes.sync.definition.SyncFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which syncs are to be in a context by what the sync files say, and the faults of those files, each of which is logged once. */
final class WantedSyncs {

    private static final Logger LOG = LoggerFactory.getLogger("sync");

    private final InstalledSyncs syncs;
    private final Map<String, String> faults = new ConcurrentHashMap<>();
    private Set<String> said = Set.of();

    /** @param syncs that are in the context */
    WantedSyncs(InstalledSyncs syncs) {
        this.syncs = syncs;
    }

    /** The faults of the file of a sync, as it was read last; empty if it has none. */
    Optional<String> fault(String sync) {
        return Optional.ofNullable(faults.get(sync));
    }

    /** The syncs that are to be there: those whose files are sound, and in their former form those whose files are not. */
    Map<String, SyncDefinition> of(SyncFiles files) {
        Map<String, SyncDefinition> wanted = new TreeMap<>();
        Map<String, String> found = new HashMap<>();
        Set<String> sentences = new LinkedHashSet<>();
        for (SyncFault fault : files.faults()) {
            sentences.add(fault.toString());
            names(fault.file(), files)
                    .forEach(name -> found.merge(name, fault.toString(), (one, other) -> one + " " + other));
        }
        files.files().stream().map(SyncFile::definition).forEach(sync -> {
            Optional<String> missing = NotBuilt.of(sync);
            missing.ifPresent(what -> {
                sentences.add(sync.file() + ": " + what + " The sync does not run.");
                found.put(sync.name(), what);
            });
            if (missing.isEmpty()) {
                wanted.put(sync.name(), sync);
            }
        });
        sentences.stream().filter(sentence -> !said.contains(sentence)).forEach(sentence -> LOG.error("{}", sentence));
        said = sentences;
        found.keySet().forEach(name -> syncs.find(name).ifPresent(sync -> {
            wanted.put(name, sync.definition());
            if (!found.get(name).equals(faults.get(name))) {
                LOG.error("{}: The sync goes on as it was.", name);
            }
        }));
        faults.keySet().retainAll(found.keySet());
        faults.putAll(found);
        return wanted;
    }

    /** A file that cannot be read at all does not say what its sync is called. */
    private Set<String> names(Path file, SyncFiles files) {
        Set<String> names = new HashSet<>();
        files.paths().forEach((name, path) -> {
            if (path.equals(file)) {
                names.add(name);
            }
        });
        syncs.all().stream()
                .filter(sync -> sync.definition().file().equals(file))
                .forEach(sync -> names.add(sync.name()));
        return names;
    }
}
