/** A file of rows, most of which are as the CRM has them: by a sync, by the component alone, and by a route without either. */
package io.github.camelvtiger.benchmarks.imports;
