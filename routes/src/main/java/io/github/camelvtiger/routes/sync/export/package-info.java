/**
 * Records of a CRM become files and messages: those that a change feed brings, as they come, or all of a module at the times of a cron.
 *
 * <pre>
 * ExportRoutes        makes the routes of a full export of their templates
 *   ExportSteps       what they call                                      ExportRun: one of them
 * FeedRoutes          makes those of a feed
 *   FeedSteps         what they call for each record                      FeedHours: the run of the present hour
 *   AllModules        which modules there are, for crm: "*"
 *     WholeModule     reads a module whose records have no time of modification
 *   RelationsSweep    finds relations that have changed
 * both of
 *     ModuleShapes    how records of a module become rows, as the CRM describes it now
 *       RecordShape   one such description
 *     RecordTarget    where the records go
 *       FeedFiles     files for one record or one day
 *       MessageTarget messages of an endpoint
 *     RecordExtras    what records do not have themselves: ReferenceLabels, RelatedIds, DocumentFiles
 * </pre>
 */
package io.github.camelvtiger.routes.sync.export;
