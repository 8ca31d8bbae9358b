/** Java values in the form of the CRM and back, the checks of a record before it is sent, and what the CRM altered. */
package io.github.camelvtiger.values;
