/** Challenges, logins and sessions; a session serves one request at a time. */
package io.github.camelvtiger.simulator.session;
