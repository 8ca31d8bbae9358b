/** Files as rows of cells, in constant memory whatever their size, and records as files. */
package io.github.camelvtiger.routes.sync.rows;
