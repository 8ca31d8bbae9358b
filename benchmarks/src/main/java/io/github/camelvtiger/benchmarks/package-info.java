/** Measurements of exports and pages, with the component and without it. */
package io.github.camelvtiger.benchmarks;
