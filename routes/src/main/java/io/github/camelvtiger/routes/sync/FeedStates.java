package io.github.camelvtiger.routes.sync;

import io.github.camelvtiger.ConsumerStatus;
import io.github.camelvtiger.VtigerComponent;
import io.github.camelvtiger.VtigerConfiguration;
import io.github.camelvtiger.changes.CursorException;
import io.github.camelvtiger.routes.sync.command.SyncWork.FeedState;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.export.ExportRoutes;
import io.github.camelvtiger.routes.sync.rename.SyncCursors;
import io.github.camelvtiger.routes.sync.rename.SyncCursors.Progress;
import io.github.camelvtiger.routes.sync.store.Run;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.template.SyncRouteList;
import io.github.camelvtiger.routes.sync.verify.Patience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.CamelContext;

/**
 * How far the feeds of syncs are: their cursors say it, whatever process they run in; those that run in this one also know how far
 * they lag.
 */
record FeedStates(CamelContext context, SyncCursors cursors, SyncStore store) {

    List<FeedState> of(SyncDefinition sync) {
        if (!(sync.from() instanceof Source.Crm from) || from.cron().isPresent()) {
            return List.of();
        }
        // Which modules all of a CRM are only the CRM knows.
        List<String> modules = from.isAll()
                ? cursors.modules(SyncRouteList.cursorKey(from.connection(), sync.name(), ""))
                : from.modules();
        return modules.stream().map(module -> of(sync, module)).toList();
    }

    private FeedState of(SyncDefinition sync, String module) {
        String key = SyncRouteList.cursorKey(sync, module);
        try {
            Optional<Progress> progress = cursors.progress(key);
            return new FeedState(
                    module,
                    lag(key),
                    progress.map(Progress::readUpTo),
                    progress.filter(Progress::loading).isPresent(),
                    Optional.empty(),
                    verifiedUntil(sync, module));
        } catch (CursorException e) {
            return new FeedState(
                    module,
                    lag(key),
                    Optional.empty(),
                    false,
                    Optional.of(e.getMessage()),
                    verifiedUntil(sync, module));
        }
    }

    private Optional<Instant> verifiedUntil(SyncDefinition sync, String module) {
        return ExportRoutes.verifiedUntil(store, sync, module);
    }

    /**
     * The time of the CRM whose changes the target has of a module: up to which its feed has delivered them, or when the last export
     * began that came to its end; empty if there is none.
     */
    Optional<Instant> writtenUntil(SyncDefinition sync, String module) {
        return sync.from() instanceof Source.Crm from && from.cron().isPresent()
                ? store.runs()
                        .last(sync.name(), Run.Kind.RUN)
                        .filter(run -> run.state() == Run.State.DONE)
                        .map(Run::started)
                : cursors.progress(SyncRouteList.cursorKey(sync, module))
                        .map(progress -> progress.loading() ? Instant.EPOCH : progress.readUpTo());
    }

    /** How long a difference between a target and its CRM is given to pass. */
    Patience patience() {
        VtigerConfiguration configured =
                context.getComponent("vtiger", VtigerComponent.class).getConfiguration();
        return new Patience(
                Duration.ofMillis(configured.getVerifyDelay()),
                Duration.ofMillis(configured.getDeletedCheckPeriod()),
                context::isStopping);
    }

    private OptionalLong lag(String cursor) {
        return context.hasComponent("vtiger") instanceof VtigerComponent vtiger
                ? vtiger.consumerStatus().stream()
                        .filter(consumer -> cursor.equals(consumer.cursor()))
                        .map(ConsumerStatus::lag)
                        .mapToLong(lag -> lag.toSeconds())
                        .findFirst()
                : OptionalLong.empty();
    }
}
