/** What only the REST protocol of Vtiger Cloud has. */
package io.github.camelvtiger.simulator.rest;
