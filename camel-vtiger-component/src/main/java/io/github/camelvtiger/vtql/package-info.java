/** The query language of Vtiger: what a query may contain, how values are bound to it, and the conditions of pages. */
package io.github.camelvtiger.vtql;
