/**
 * The vocabulary of everything above the wire: values such as {@link io.github.camelvtiger.client.RecordId} and
 * {@link io.github.camelvtiger.client.BatchResult}, the settings of a connection, and the exceptions that a route can name. It
 * depends on no other package.
 */
package io.github.camelvtiger.client;
