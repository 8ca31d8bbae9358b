/**
 * The page of the person on call, at the management port: what syncs do, what waits for a person, and the commands that put it right.
 * It is HTML made by the server, without scripts. Who signs in with the token may do what the commands of the same computer may do;
 * each such action is an entry of the audit.
 */
package io.github.camelvtiger.routes.manage.page;
