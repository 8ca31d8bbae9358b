/** Tells a person, at an endpoint of Camel, what needs one; and what has happened, once a day. */
package io.github.camelvtiger.routes.notice;
