/** Sent values: JSON as PHP takes it, and what each type of field makes of a text before it is stored. */
package io.github.camelvtiger.simulator.value;
