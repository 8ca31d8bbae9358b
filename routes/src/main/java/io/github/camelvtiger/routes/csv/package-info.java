/** The export of a module into a CSV file, which the route {@code nightly-export} writes. */
package io.github.camelvtiger.routes.csv;
