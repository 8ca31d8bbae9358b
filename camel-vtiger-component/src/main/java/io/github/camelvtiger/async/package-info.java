/** Tools for code that never blocks: futures, queues of futures by key, and a cache of answers under way. */
package io.github.camelvtiger.async;
