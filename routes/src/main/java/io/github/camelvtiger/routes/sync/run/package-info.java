/**
 * A run: rows of a source become records of a CRM, planned, limited, journalled.
 *
 * <pre>
 * RunSteps            the steps of the route of a sync, called by its template
 *   RunStart          whether a run is new, goes on, or has nothing to do   OneAtATime
 *   SyncRun           one run on its way: its passes and counts
 *     RowChunks       rows, mapped, in portions of one operation
 *     References      ids of records that rows refer to by a natural key
 *     PlanPass        withholds each write and notes it          PlanFile, PlanEntry
 *     WritePass       lets each write pass and journals it
 *     LimitCheck      stops a run before its first write
 * FeedWriter          what feeds bring, in runs of an hour                FeedRuns, FeedPause, FeedAllowance
 * MessageSteps        the steps of the route that takes messages of an endpoint
 *   MessageWriter     writes each in effect once
 *   Migration         what a run or a feed by which records move has in common
 *     MovedPortions   the ids of the target, as far as they are known
 *     SecondStep      references whose records have come since
 *     Extras          files of documents, relations
 *     MoveCheck       compares both CRMs at the end
 * </pre>
 */
package io.github.camelvtiger.routes.sync.run;
