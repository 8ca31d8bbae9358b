/** All Contacts into a table: by a sync, and by a route without the component. */
package io.github.camelvtiger.benchmarks.mirrors;
