/** The rules of records: access, checks, saves and answers, and the operations on single records. */
package io.github.camelvtiger.simulator.record;
