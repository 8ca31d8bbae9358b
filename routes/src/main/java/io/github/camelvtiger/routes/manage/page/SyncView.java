package io.github.camelvtiger.routes.manage.page;

import io.github.camelvtiger.routes.sync.command.FeedLag;
import io.github.camelvtiger.routes.sync.command.SyncStatus;
import io.github.camelvtiger.routes.sync.command.Times;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import java.util.List;
import java.util.Optional;

/**
 * A sync as it is shown; what there is nothing to say of is an empty text.
 *
 * @param flow from where to where
 * @param state {@code ok}, {@code off} or {@code wrong}
 * @param trouble what is wrong, a sentence
 * @param lag how far its feeds are
 * @param waits for another sync
 */
public record SyncView(
        String name,
        String flow,
        String state,
        String trouble,
        RunView lastRun,
        String lag,
        long rejects,
        String nextTry,
        String verified,
        String waits,
        List<String> notes) {

    /**
     * @param definition empty if its file has faults
     * @param trouble what its health check says; empty if it is well
     */
    static SyncView of(SyncStatus status, Optional<SyncDefinition> definition, Optional<String> trouble) {
        return new SyncView(
                status.sync(),
                definition
                        .map(sync -> sync.from().label() + " → " + sync.to().label())
                        .orElse(""),
                !status.enabled() ? "off" : trouble.isPresent() || !status.runs() ? "wrong" : "ok",
                trouble.orElse(""),
                status.lastRun().map(RunView::of).orElse(null),
                FeedLag.text(status.feeds()).orElse(""),
                status.rejects(),
                status.nextTry().map(Times::minute).orElse(""),
                status.verifiedUntil().map(Times::second).orElse(""),
                status.waits().orElse(""),
                status.notes());
    }
}
