/** Files of records: which ones each module takes, under which names, and their download. */
package io.github.camelvtiger.simulator.document;
