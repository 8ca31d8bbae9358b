/** A feed under many writers, and at the end a comparison of every record of the CRM with what was delivered. */
package io.github.camelvtiger.benchmarks.soak;
