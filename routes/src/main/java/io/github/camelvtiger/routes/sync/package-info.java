/**
 * Syncs: one YAML file in {@code syncs/} says what flows where.
 *
 * <pre>
 * definition   what a sync file says, read with all its faults
 * inbox        which files of a directory are taken
 * rows         files as rows of cells, and records as files
 * mapping      a row of cells becomes a record of the target
 * draft        a first sync file for a file that a person has
 * store        what has been done: runs, the journal of writes, rejects
 * mark         by what a created record is found whose answer did not come
 * feed         syncs that follow a CRM: their runs of an hour, circles of them
 * migration    records of a CRM move to another one: in which order, and what becomes of their references
 * rename       syncs that get another name, and the cursors of their feeds
 * template     the routes of which a sync consists, and their text
 * run          a run: planned, limited, journalled, resumed
 * export       records of a CRM become files and messages
 * table        records of a CRM become rows of tables
 * message      messages of any endpoint of Camel
 * verify       compares what a target has with its source
 * staging      tables whose rows become records, and say what became of them
 * health       whether syncs do their work
 * undo         takes back what a run wrote into a CRM
 * command      the command sync
 * remote       commands that are given to an application that runs
 * </pre>
 */
package io.github.camelvtiger.routes.sync;
