/**
 * A CRM as a source: what the feeds of its modules have in common, whatever their target is.
 *
 * <pre>
 * SourceCrm      the source of a sync
 * FeedTemplate   the parameters of a route that follows a module
 * FeedHours      the runs of a feed, one an hour
 * AddedColumns   columns of files that records do not have themselves
 * Circles        which syncs write what others read
 * </pre>
 */
package io.github.camelvtiger.routes.sync.feed;
