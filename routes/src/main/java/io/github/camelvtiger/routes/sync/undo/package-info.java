/**
 * Takes back what a run wrote into a CRM, and nothing that was done since.
 *
 * <pre>
 * RunWrite          what the journal says of a write
 *   RecordHistory   the writes of one record, folded
 *   UndoPlanner     compares with the present CrmState
 *     UndoPlan      what goes back, what stays and why
 *       Undo        carries it out on an UndoTarget, each write guarded once more
 * VtigerCrm         both of it through the component
 * </pre>
 */
package io.github.camelvtiger.routes.sync.undo;
