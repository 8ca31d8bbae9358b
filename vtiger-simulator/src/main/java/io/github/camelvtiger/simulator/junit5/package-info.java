/** The simulator as an extension of JUnit 5. */
package io.github.camelvtiger.simulator.junit5;
