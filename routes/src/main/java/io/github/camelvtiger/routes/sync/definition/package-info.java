/** What a sync file says: values, without behaviour, and the reader that makes them of YAML and names every fault. */
package io.github.camelvtiger.routes.sync.definition;
