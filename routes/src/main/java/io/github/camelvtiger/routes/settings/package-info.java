/**
 * The settings of the application: which there are, what each may be, and the sentences about those that are wrong. They
 * are inspected before anything else happens, all of them at once.
 */
package io.github.camelvtiger.routes.settings;
