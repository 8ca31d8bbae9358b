/** The wire: forms, envelopes, error codes. No other package reads the JSON of the server. */
package io.github.camelvtiger.protocol;
