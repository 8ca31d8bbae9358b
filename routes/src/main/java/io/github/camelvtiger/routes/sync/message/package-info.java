/**
 * Messages of any endpoint of Camel.
 *
 * <pre>
 * MessageSender    sends what a record has become        OutgoingMessage: that, without an endpoint
 *   EndpointKind   in what endpoints differ
 *   Refusals       which failures are about one message
 * </pre>
 */
package io.github.camelvtiger.routes.sync.message;
