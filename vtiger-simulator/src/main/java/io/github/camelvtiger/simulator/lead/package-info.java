/** The conversion of Leads. */
package io.github.camelvtiger.simulator.lead;
