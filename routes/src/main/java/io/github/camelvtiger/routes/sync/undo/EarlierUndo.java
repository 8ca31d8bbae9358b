package io.github.camelvtiger.routes.sync.undo;

import io.github.camelvtiger.client.RecordId;
import io.github.camelvtiger.routes.sync.mark.Mark;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an earlier undo of the same run, which was killed perhaps, has created again already: each record that an undo creates
 * carries a mark that only the undo of this deletion gives, so that none is created twice.
 */
final class EarlierUndo {

    private final CrmState crm;
    private final String run;

    /** @param run the one that is undone */
    EarlierUndo(CrmState crm, String run) {
        this.crm = crm;
        this.run = run;
    }

    /** The new ids of those of the deleted records that are there again, by their old ones. */
    Map<RecordId, RecordId> recreated(List<RecordHistory> deleted) {
        Map<RecordId, RecordId> recreated = new HashMap<>();
        deleted.stream()
                .filter(history -> Mark.isTakenBy(crm.describe(history.module)))
                .collect(Collectors.groupingBy(history -> history.module, LinkedHashMap::new, Collectors.toList()))
                .forEach((module, histories) -> {
                    Map<String, RecordId> byMark = crm.marked(
                            module, histories.stream().map(this::text).toList());
                    histories.forEach(history -> Optional.ofNullable(byMark.get(text(history)))
                            .ifPresent(id -> recreated.put(history.id, id)));
                });
        return recreated;
    }

    /** That of the record that is created again for a deleted one; empty if records of its module cannot carry one. */
    Optional<String> mark(RecordHistory deleted) {
        return Mark.isTakenBy(crm.describe(deleted.module)) ? Optional.of(text(deleted)) : Optional.empty();
    }

    private String text(RecordHistory deleted) {
        return Mark.of("undo", run, deleted.id.toString());
    }
}
