/**
 * Messages of any endpoint of Camel.
 *
 * <pre>
 * MessageSender    sends what a record has become        OutgoingMessage: that, without an endpoint
 *   EndpointKind   in what endpoints differ
 *   Refusals       which failures are about one message
 * MessageReader    reads what comes as rows               IncomingMessage: those, and what tells it apart
 * DeadLetters      sends on what cannot be written
 * EndpointOptions  finds faults of addresses without making endpoints
 * </pre>
 */
package io.github.camelvtiger.routes.sync.message;
