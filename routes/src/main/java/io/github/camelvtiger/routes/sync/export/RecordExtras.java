package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.AddedColumns;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.feed.UserSecrets;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a sync adds to the records of a module that they do not have themselves: labels of references, ids of
 * related records, files of Documents. Secrets of users are taken from them.
 */
record RecordExtras(
        String module, Optional<ReferenceLabels> labels, Optional<RelatedIds> related, Optional<DocumentFiles> files) {

    /** A query can ask for so many. */
    private static final int TOGETHER = 100;

    /** Nothing. */
    static RecordExtras none(String module) {
        return new RecordExtras(module, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static RecordExtras of(
            SyncDefinition sync, String module, CrmQuestions crm, Optional<RelatedIds> related, InstantSource clock) {
        return new RecordExtras(
                module,
                sync.names() ? Optional.of(new ReferenceLabels(crm, module, clock)) : Optional.empty(),
                related,
                AddedColumns.copiesFiles(sync, module)
                        ? Optional.of(new DocumentFiles(crm, SourceCrm.of(sync).files()))
                        : Optional.empty());
    }

    /** To how many records it is added at once. */
    int together() {
        return related.isPresent() ? RelatedIds.TOGETHER : TOGETHER;
    }

    /**
     * The records with what is added.
     *
     * @param fileOf the file of a record by its id
     */
    List<Map<String, Object>> addedTo(List<Map<String, Object>> records, Function<String, Path> fileOf)
            throws IOException {
        List<Map<String, Object>> added = new ArrayList<>();
        records.forEach(record -> added.add(new LinkedHashMap<>(UserSecrets.without(module, record))));
        labels.ifPresent(each -> each.addTo(added));
        related.ifPresent(each -> each.addTo(added));
        if (files.isPresent()) {
            for (Map<String, Object> record : added) {
                files.get().copy(record, fileOf.apply(String.valueOf(record.get("id"))));
            }
        }
        return added;
    }
}
