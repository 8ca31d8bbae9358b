/**
 * The operations of a producer, one small class each or one for a family: from the exchange to a call of the client and back.
 * This is the lowest package that knows Camel.
 */
package io.github.camelvtiger.operation;
