/**
 * Records of a CRM move to another one ({@code to: { crm: same }}).
 *
 * <pre>
 * ModuleOrder       modules before those that refer to them
 * MovedReferences   ids of the source become those of the target, in fields and items
 *   NamedRecords    users, groups, currencies and folders, which are found by name
 * StoredDifference  what of a moved record is otherwise in the target
 * Moving            what a person is to know of it: names that are missing
 * </pre>
 */
package io.github.camelvtiger.routes.sync.migration;
