/** Which files of an inbox are taken: those that a person or program dropped there, once they have not changed for a while. */
package io.github.camelvtiger.routes.sync.inbox;
