/** The application: its settings, the broker it brings along, health, and the routes that keep a Vtiger in sync with files and queues. */
package io.github.camelvtiger.routes;
