/** The data a server starts with: a fresh installation, demo companies, or a clone. */
package io.github.camelvtiger.simulator.seed;
