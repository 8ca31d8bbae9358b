/**
 * What a Vtiger CRM can do, without Camel: {@link io.github.camelvtiger.crm.VtigerClient} with its queries and pages,
 * descriptions of modules, line items, and what the server means when it denies something.
 */
package io.github.camelvtiger.crm;
