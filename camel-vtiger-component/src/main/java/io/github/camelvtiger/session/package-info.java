/** Logins, and the pool of sessions; a session serves one request at a time. */
package io.github.camelvtiger.session;
