/** The web server with both protocols: requests as PHP reads them, envelopes, and answers that are not JSON. */
package io.github.camelvtiger.simulator.http;
