package io.github.camelvtiger.routes.sync.definition;

import java.util.Optional;

/** What a sync file may say and no run does yet: such a sync is refused, rather than run without it. */
public final class NotBuilt {

    private NotBuilt() {}

    /** The first such thing, in one sentence. */
    public static Optional<String> of(SyncDefinition sync) {
        return sync.from() instanceof Source.Crm from ? ofCrm(from, sync) : Optional.empty();
    }

    private static Optional<String> ofCrm(Source.Crm from, SyncDefinition sync) {
        if (!(sync.to() instanceof Target.Crm)) {
            return Optional.empty();
        }
        if (sync.isMigration()) {
            return ofMigration(sync);
        }
        if (sync.parts().stream().anyMatch(part -> !part.relations().isEmpty())) {
            return Optional.of("'relations' adds ids to files, not to records of a CRM; remove it.");
        }
        if (from.files() != Source.FileCopies.NONE) {
            return Optional.of("'files' copies the files of Documents beside files, not into a CRM; remove it.");
        }
        return sync.names()
                ? Optional.of("'names' is for files; into a CRM use 'reference' and 'owner', and remove it.")
                : Optional.empty();
    }

    private static Optional<String> ofMigration(SyncDefinition sync) {
        return sync.names()
                ? Optional.of("'names' is for files; between CRMs references follow by themselves, so remove it.")
                : Optional.empty();
    }
}
