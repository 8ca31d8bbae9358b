/** The demo: a simulated CRM in which other users keep working. */
package io.github.camelvtiger.routes.demo;
