/** Where log lines go, and what they may look like. */
package io.github.camelvtiger.routes.log;
