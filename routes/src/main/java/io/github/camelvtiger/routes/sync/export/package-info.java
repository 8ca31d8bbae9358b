/**
 * Records of a CRM become files: those that a change feed brings, as they come, or all of a module at the times of a cron.
 *
 * <pre>
 * ExportRoutes        makes the routes of a sync of their templates
 *   FeedSteps         what the route of a feed calls for each record      FeedHours: the run of the present hour
 *   ExportSteps       what the route of a full export calls               ExportRun: one of them
 *     ModuleShapes    how records of a module become rows, as the CRM describes it now
 *       RecordShape   one such description
 *     FeedFiles       files for one record or one day
 * </pre>
 */
package io.github.camelvtiger.routes.sync.export;
