package io.github.camelvtiger.routes.sync.table;

import io.github.camelvtiger.changes.CursorException;
import io.github.camelvtiger.routes.sync.definition.Source;
import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.definition.Target;
import io.github.camelvtiger.routes.sync.definition.Target.Table.Order;
import io.github.camelvtiger.routes.sync.export.ModuleExport;
import io.github.camelvtiger.routes.sync.export.ModuleRecords;
import io.github.camelvtiger.routes.sync.export.PortionTarget;
import io.github.camelvtiger.routes.sync.export.PortionedFeed;
import io.github.camelvtiger.routes.sync.export.RelatedIds;
import io.github.camelvtiger.routes.sync.export.WholeModule;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.feed.SourceCrm;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import io.github.camelvtiger.routes.sync.store.SyncStore;
import io.github.camelvtiger.routes.sync.verify.Comparison;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Tables as a target of syncs from a CRM. */
public final class TableTargets implements PortionTarget {

    /** The key of hashes in the store. */
    private static final String SECRET = "columns.hash";

    private final TableDatabases databases;
    private final SyncStore store;
    private final BiPredicate<SyncDefinition, String> begun;
    private final InstantSource clock;
    private final Duration longestSave;
    private final BooleanSupplier stopping;

    /**
     * @param begun whether the feed of a module has begun, at any time
     * @param longestSave how long a save may go on in the CRM
     * @param stopping whether the application stops
     */
    public TableTargets(
            TableDatabases databases,
            SyncStore store,
            BiPredicate<SyncDefinition, String> begun,
            InstantSource clock,
            Duration longestSave,
            BooleanSupplier stopping) {
        this.databases = databases;
        this.store = store;
        this.begun = begun;
        this.clock = clock;
        this.longestSave = longestSave;
        this.stopping = stopping;
    }

    @Override
    public PortionedFeed feed(
            SyncDefinition sync, String module, CrmQuestions crm, Optional<RelatedIds> related, FeedHours hours) {
        BooleanSupplier follows = follows(sync, module);
        // Asked before the feed runs: a table that is made while it brings its first records lacks none.
        boolean lacksRecords = lacksRecords(sync, follows);
        ModuleMirror mirror = mirror(sync, module, crm, () -> lacksRecords);
        ModuleRecords records = new ModuleRecords(sync, module, crm, Optional.empty(), clock);
        return new TableSteps(
                sync,
                module,
                store,
                mirror,
                records,
                related,
                hours,
                new TableFill(sync, module, mirror, records, follows, clock, stopping));
    }

    private BooleanSupplier follows(SyncDefinition sync, String module) {
        return () -> begun.test(sync, module) || WholeModule.wasRead(store, sync, module);
    }

    private static boolean lacksRecords(SyncDefinition sync, BooleanSupplier follows) {
        return ((Target.Table) sync.to()).order() == Order.NEWEST || hadBegun(follows);
    }

    /** What cannot be asked is taken to have begun: then records are read that are there already, and none is missed. */
    private static boolean hadBegun(BooleanSupplier follows) {
        try {
            return follows.getAsBoolean();
        } catch (CursorException unknown) {
            return true;
        }
    }

    @Override
    public ModuleExport export(SyncDefinition sync, String module, CrmQuestions crm, Optional<RelatedIds> related) {
        return new TableExport(sync, module, store, mirror(sync, module, crm, () -> false), related);
    }

    @Override
    public Comparison comparison(SyncDefinition sync, String module, CrmQuestions crm) {
        // It may be what makes the table, which then lacks what it does when the feed makes it.
        BooleanSupplier follows = follows(sync, module);
        return new TableComparison(
                module,
                sync.part(module).relations().labels(),
                mirror(sync, module, crm, () -> lacksRecords(sync, follows)));
    }

    private ModuleMirror mirror(SyncDefinition sync, String module, CrmQuestions crm, BooleanSupplier lacksRecords) {
        return new ModuleMirror(
                databases.of(((Target.Table) sync.to()).source()),
                sync,
                module,
                crm::describe,
                () -> modules(sync, crm).map(crm::described).flatMap(Optional::stream),
                new FieldHash(store.secrets().of(SECRET)),
                clock,
                longestSave,
                lacksRecords);
    }

    private static Stream<String> modules(SyncDefinition sync, CrmQuestions crm) {
        Source.Crm from = SourceCrm.of(sync);
        return from.isAll()
                ? crm.modules().stream().filter(module -> !from.exclude().contains(module))
                : ColumnNames.withItems(from.modules());
    }
}
