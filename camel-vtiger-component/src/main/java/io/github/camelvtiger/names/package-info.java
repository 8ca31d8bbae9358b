/** Names in place of ids: owners, references, labels of modules, and the nearest name to one that does not exist. */
package io.github.camelvtiger.names;
