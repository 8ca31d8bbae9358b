/**
 * A CRM as a source: what the feeds of its modules have in common, whatever their target is.
 *
 * <pre>
 * SourceCrm      the source of a sync
 * SourceModules  which of its modules are read, and how, for crm: "*"
 * UnreadRelations what files lack whose relations are not asked for
 * FeedHours      the runs of a feed, one an hour
 * AddedColumns   columns of files that records do not have themselves
 * Circles        which syncs write what others read
 * </pre>
 */
package io.github.camelvtiger.routes.sync.feed;
