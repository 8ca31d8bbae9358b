/** By what a record is found again that was created without its answer. */
package io.github.camelvtiger.routes.sync.mark;
