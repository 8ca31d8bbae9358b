package io.github.camelvtiger.routes.sync.export;

import io.github.camelvtiger.routes.sync.definition.SyncDefinition;
import io.github.camelvtiger.routes.sync.feed.FeedHours;
import io.github.camelvtiger.routes.sync.run.CrmQuestions;
import io.github.camelvtiger.routes.sync.verify.Comparison;
import java.util.Optional;

/** A target into which records are written several at a time. */
public interface PortionTarget {

    /**
     * What follows a module.
     *
     * @param crm the source
     * @param related adds the ids of related records; empty if the sync does not ask for them
     * @param hours the runs of the feed
     */
    PortionedFeed feed(
            SyncDefinition sync, String module, CrmQuestions crm, Optional<RelatedIds> related, FeedHours hours);

    /** What writes all records of a module. */
    ModuleExport export(SyncDefinition sync, String module, CrmQuestions crm, Optional<RelatedIds> related);

    /** What it has of a module, to be compared with the CRM. */
    Comparison comparison(SyncDefinition sync, String module, CrmQuestions crm);
}
