/**
 * Commands that are given to an application that runs: it alone may have the store open. They come over a socket of the
 * local host; who may read the file that names it may give commands.
 */
package io.github.camelvtiger.routes.sync.remote;
