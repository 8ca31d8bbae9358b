/**
 * Records of a CRM become rows of tables: those that a change feed brings, as they come, or all of a module at the times of a cron.
 *
 * <pre>
 * TableTargets        the target, for each module
 *   TableSteps        writes what a feed brings                 TableFill: and what the tables lack
 *   TableExport       writes all records
 *     ModuleMirror    the tables of a module: what they are, what they should hold, what they hold
 *       ModuleTable   columns of a table, by what the CRM describes
 *       TableSchema   makes and alters it
 *       RecordRows    a record as a row
 *       StateWriter   PresentStates: a row for each record; PastStates: a row for each of its states
 *       SyncTable     how far the tables are
 *   TableDatabase     one database, with what is its own in Dialect
 * </pre>
 */
package io.github.camelvtiger.routes.sync.table;
