/** Whether syncs do their work. */
package io.github.camelvtiger.routes.sync.health;
