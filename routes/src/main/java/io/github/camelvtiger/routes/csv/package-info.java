/** CSV files: Leads read from an inbox, with rejected rows, and the export of a module. */
package io.github.camelvtiger.routes.csv;
