package io.github.camelvtiger.routes.sync.feed;

import io.github.camelvtiger.client.LineItems;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import java.util.List;
import java.util.Optional;

/** What the routes of a sync from a CRM need to know of its source. */
public final class SourceCrm {

    private SourceCrm() {}

    public static Source.Crm of(SyncDefinition sync) {
        return (Source.Crm) sync.from();
    }

    /** The modules, as people call them together. */
    public static String text(SyncDefinition sync) {
        if (!(sync.from() instanceof Source.Crm from)) {
            return sync.from().label();
        }
        return !from.isAll()
                ? String.join(", ", from.modules())
                : from.exclude().isEmpty() ? "all modules" : "all modules but " + String.join(", ", from.exclude());
    }

    /**
     * An order comes with its items: without them it is half of one. Those of another CRM name its products by id, and say something
     * only where those have moved.
     */
    public static boolean hasItems(SyncDefinition sync, String module) {
        return LineItems.MODULES.contains(module) && (!sync.isBetweenCrms() || sync.isMigration());
    }

    /** The module to which the records of a module of the source go; the same, unless there is one on each side. */
    public static String target(SyncDefinition sync, String module) {
        if (!(sync.to() instanceof Target.Crm to)) {
            return module;
        }
        List<String> targets = to.modules();
        return of(sync).modules().size() == 1 && targets.size() == 1 ? targets.get(0) : module;
    }

    /** The module of the source whose records go to a module of the target. */
    public static String source(SyncDefinition sync, String target) {
        List<String> sources = of(sync).modules();
        return sources.size() == 1 ? sources.get(0) : target;
    }

    /** The condition on the records of a module. */
    public static Optional<String> where(SyncDefinition sync, String module) {
        return sync.part(target(sync, module)).where();
    }
}
